//! Where the code asks for a text: `text!("key", name = value)` and `tr!(language, "key", …)`; lists
//! of words for dates by their key alone.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

/// One use of a text in the code.
pub(crate) struct Use {
    pub(crate) file: String,
    pub(crate) key: String,
    pub(crate) arguments: Vec<String>,
}

/// How keys of words for dates start.
const OF_DATES: &str = "when-";

/// Every use in `src`.
pub(crate) fn all() -> Vec<Use> {
    let mut uses = Vec::new();
    read_folder(Path::new("src"), &mut uses);
    uses
}

fn read_folder(folder: &Path, uses: &mut Vec<Use>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(&path, uses);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let code: TokenStream = fs::read_to_string(&path).unwrap().parse().unwrap();
            read_code(code, &path.display().to_string(), uses);
        }
    }
}

fn read_code(code: TokenStream, file: &str, uses: &mut Vec<Use>) {
    let tokens: Vec<_> = code.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            uses.extend(read_key(token, file));
            continue;
        };
        if let [.., TokenTree::Ident(name), TokenTree::Punct(mark)] = &tokens[..at]
            && (name == "text" || name == "tr")
            && mark.as_char() == '!'
        {
            let (text, rest) = read_use(group.stream(), file);
            uses.extend(text);
            read_code(rest, file, uses);
            continue;
        }
        read_code(group.stream(), file, uses);
    }
}

/// A list of words for dates, which has no arguments.
fn read_key(token: &TokenTree, file: &str) -> Option<Use> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let literal = literal.to_string();
    let key = literal.trim_matches('"');
    key.starts_with(OF_DATES).then(|| Use {
        file: file.to_owned(),
        key: key.to_owned(),
        arguments: Vec::new(),
    })
}

/// The key is the first literal; each argument begins with its name. What follows the key is code
/// again.
fn read_use(inside: TokenStream, file: &str) -> (Option<Use>, TokenStream) {
    let tokens: Vec<_> = inside.into_iter().collect();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    let key = tokens.split(is_comma).find_map(|part| match part {
        [TokenTree::Literal(key)] => Some(key.to_string()),
        _ => None,
    });
    let at = tokens
        .iter()
        .position(|it| matches!(it, TokenTree::Literal(_)));
    let rest = at.map_or(tokens.as_slice(), |at| &tokens[at + 1..]);
    let arguments = rest.split(is_comma).filter_map(|part| match part.first() {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    });
    let used = key.map(|key| Use {
        file: file.to_owned(),
        key: key.trim_matches('"').to_owned(),
        arguments: arguments.collect(),
    });
    (used, rest.iter().cloned().collect())
}
