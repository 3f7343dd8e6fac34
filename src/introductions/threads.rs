//! The thread of an introduction: made once, and found again if a crash came between.

use super::{Opening, store, view};
use crate::app::App;
use crate::crash;
use crate::errors::Failure;
use crate::ids::ChannelId;

/// The thread of the introduction, with its people in it.
pub(super) async fn filled(app: &App, opening: &Opening) -> Result<ChannelId, Failure> {
    let thread = match opening.thread {
        Some(thread) => thread,
        None => make(app, opening).await?,
    };
    let mut reader = app.database.reader().await?;
    let people = store::present(&mut *reader, opening.introduction).await?;
    drop(reader);
    for person in people {
        match app.outbox.add_to_thread(thread, person).await {
            Err(archived) if archived.is_archived_thread() => {
                app.outbox.reopen_thread(thread).await?;
                app.outbox.add_to_thread(thread, person).await?;
            }
            added => added?,
        }
    }
    Ok(thread)
}

/// Makes the thread and stores it. Discord knows no nonce for threads: if an earlier try may have made
/// one, this takes one of our threads that no introduction has. Threads are made one at a time, so that
/// only such tries leave threads without an introduction.
async fn make(app: &App, opening: &Opening) -> Result<ChannelId, Failure> {
    let _turn = app.outbox.turn_to_make_a_thread().await;
    let introduction = opening.introduction;
    let mut reader = app.database.reader().await?;
    let name = view::thread_name(&store::load(&mut reader, introduction).await?);
    drop(reader);
    let lost = if opening.is_begun {
        lost(app, opening).await?
    } else {
        None
    };
    let thread = match lost {
        Some(thread) => {
            app.outbox.rename_thread(thread, &name).await?;
            thread
        }
        None => {
            app.outbox
                .make_private_thread(opening.channel, &name)
                .await?
        }
    };
    crash::point("introductions::made");
    let stored = app.database.write(async move |connection| {
        store::openings::set_thread(connection, introduction, thread).await
    });
    stored.await?;
    app.wakers.closing.wake();
    crash::point("introductions::stored");
    Ok(thread)
}

/// A thread that an earlier try made, and that was not stored.
async fn lost(app: &App, opening: &Opening) -> Result<Option<ChannelId>, Failure> {
    let made = app
        .outbox
        .own_threads(opening.team, opening.channel, opening.claimed_at);
    let made = made.await?;
    let mut reader = app.database.reader().await?;
    let known = store::openings::known_threads(&mut *reader, &made).await?;
    Ok(made.into_iter().find(|thread| !known.contains(thread)))
}
