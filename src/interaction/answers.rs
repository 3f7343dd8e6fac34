//! The ways to answer one interaction, within Discord's three seconds and during its failures.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serde::Serialize;
use serenity::http::{LightMethod, Multipart, MultipartUpload, Request, Route};
use serenity::{
    CreateAttachment, CreateInteractionResponse, CreateInteractionResponseMessage, CreateModal,
    InteractionId,
};
use tokio::time::{Instant, timeout_at};

use super::answer_time;
use super::elsewhere::Elsewhere;
use crate::crash;
use crate::discord::DiscordError;
use crate::discord::api::Api;
use crate::discord::reply::{Edit, Message, Reply};

/// How long a first answer is useful.
const FIRST_ANSWER: Duration = Duration::from_millis(2_800);

/// How long to try to send a later answer.
const LATER_ANSWER: Duration = Duration::from_secs(10);

/// How long to try to send a later answer with a file.
const UPLOAD: Duration = Duration::from_secs(30);

/// The pause before a second try. It doubles each time.
const PAUSE: Duration = Duration::from_millis(100);

/// How far an interaction is answered.
#[derive(Debug, Default)]
pub(super) struct Progress(Mutex<Stage>);

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing was sent.
    #[default]
    Unanswered,
    /// An answer was announced.
    Announced,
    /// The answer was sent, or Discord knows that the message will change.
    Answered,
}

impl Progress {
    fn stage(&self) -> Stage {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reach(&self, stage: Stage) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = stage;
    }
}

/// The ways to answer one interaction. Discord takes one first answer; what follows goes another
/// way.
pub(super) struct Answers<'a> {
    pub(super) api: &'a Api,
    pub(super) id: InteractionId,
    pub(super) token: &'a str,
    pub(super) progress: &'a Progress,
    /// The team that the answers are about, outside of its server.
    pub(super) elsewhere: Option<&'a Elsewhere>,
}

impl Answers<'_> {
    /// Announces a message, for one person or for all, if nothing was sent yet.
    pub(super) async fn announce(&self, ephemeral: bool) -> Result<(), DiscordError> {
        if self.progress.stage() != Stage::Unanswered {
            return Ok(());
        }
        let message = CreateInteractionResponseMessage::new().ephemeral(ephemeral);
        self.first(&CreateInteractionResponse::Defer(message), None)
            .await?;
        self.progress.reach(Stage::Announced);
        Ok(())
    }

    /// Tells Discord that the component's message will change, if nothing was sent yet.
    pub(super) async fn acknowledge(&self) -> Result<(), DiscordError> {
        if self.progress.stage() != Stage::Unanswered {
            return Ok(());
        }
        self.first(&CreateInteractionResponse::Acknowledge, None)
            .await
    }

    /// Answers with a message. If it was announced, the announcement decided who sees it.
    pub(super) async fn say(&self, reply: Reply, ephemeral: bool) -> Result<(), DiscordError> {
        let (message, file) = self.signed(reply).into_message();
        let message = if ephemeral {
            message.ephemeral()
        } else {
            message
        };
        match self.progress.stage() {
            Stage::Unanswered => self.first(&Response::message(message), file).await,
            Stage::Announced => {
                self.edit(&message.into_edit(), file).await?;
                self.progress.reach(Stage::Answered);
                Ok(())
            }
            Stage::Answered => self.follow_up(&message, file).await,
        }
    }

    /// Replaces the component's message with `reply`.
    pub(super) async fn update(&self, reply: Reply) -> Result<(), DiscordError> {
        let (message, file) = self.signed(reply).into_message();
        let edit = message.into_edit();
        if self.progress.stage() == Stage::Unanswered {
            return self.first(&Response::update(edit), file).await;
        }
        self.edit(&edit, file).await
    }

    /// Opens a form. It must be the first answer.
    pub(super) async fn ask(&self, modal: CreateModal) -> Result<(), DiscordError> {
        self.first(&CreateInteractionResponse::Modal(modal), None)
            .await
    }

    fn signed(&self, reply: Reply) -> Reply {
        match self.elsewhere {
            Some(elsewhere) => elsewhere.sign(reply),
            None => reply,
        }
    }

    /// Sends the first answer. Discord takes only one, so a repeated try is harmless: a refusal
    /// because of an earlier try counts as success.
    async fn first(
        &self,
        response: &impl Serialize,
        file: Option<CreateAttachment>,
    ) -> Result<(), DiscordError> {
        let route = Route::InteractionResponse {
            interaction_id: self.id,
            token: self.token,
        };
        let request = self.carrying(Request::new(route, LightMethod::Post), response, file)?;
        crash::point("answer::due");
        self.retry(FIRST_ANSWER, &request).await?;
        answer_time::answered();
        self.progress.reach(Stage::Answered);
        Ok(())
    }

    /// Edits the first answer. A repeated edit changes nothing more.
    async fn edit(&self, edit: &Edit, file: Option<CreateAttachment>) -> Result<(), DiscordError> {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id: self.api.application(),
            token: self.token,
        };
        let useful_for = if file.is_some() { UPLOAD } else { LATER_ANSWER };
        let request = self.carrying(Request::new(route, LightMethod::Patch), edit, file)?;
        self.retry(useful_for, &request).await
    }

    /// Repeats a request until it succeeds or is no longer useful.
    async fn retry(&self, useful_for: Duration, request: &Request<'_>) -> Result<(), DiscordError> {
        let deadline = Instant::now() + useful_for;
        let (mut pause, mut tried_before) = (PAUSE, false);
        loop {
            let try_until = deadline.min(Instant::now() + useful_for / 3);
            // Boxed, or the future of every command has its size.
            let asked = Box::pin(self.api.tell(request.clone()));
            let answer = timeout_at(try_until, asked).await;
            let wait = match answer {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(error)) if error.is_already_answered() && tried_before => return Ok(()),
                Ok(Err(refused @ DiscordError::Refused { .. })) => return Err(refused),
                Ok(Err(DiscordError::SlowDown { after, .. })) => after,
                Ok(Err(DiscordError::Unsure(_))) | Err(_) => pause,
            };
            if Instant::now() + wait >= deadline {
                return match answer {
                    Ok(answer) => answer,
                    Err(_) => Err(DiscordError::Unsure("no answer in time".to_owned())),
                };
            }
            tokio::time::sleep(wait).await;
            (pause, tried_before) = (pause * 2, true);
        }
    }

    /// Sends another message. A repeated request might send it twice, so it is repeated only if
    /// Discord surely did nothing.
    async fn follow_up(
        &self,
        message: &Message,
        file: Option<CreateAttachment>,
    ) -> Result<(), DiscordError> {
        let route = Route::WebhookFollowupMessages {
            application_id: self.api.application(),
            token: self.token,
        };
        let request = self.carrying(Request::new(route, LightMethod::Post), message, file)?;
        match self.api.tell(request.clone()).await {
            Err(DiscordError::SlowDown { after, .. }) if after <= LATER_ANSWER => {
                tokio::time::sleep(after).await;
                self.api.tell(request).await
            }
            answer => answer,
        }
    }

    /// The request with this message, and with its file if it has one.
    fn carrying<'r>(
        &self,
        request: Request<'r>,
        message: &impl Serialize,
        file: Option<CreateAttachment>,
    ) -> Result<Request<'r>, DiscordError> {
        let json = self.written(message).map_err(serenity::Error::from)?;
        Ok(match file {
            None => request.body(Some(json.into_bytes())),
            Some(file) => request.multipart(Some(Multipart {
                upload: MultipartUpload::Attachments(vec![file]),
                fields: Vec::new(),
                payload_json: Some(json),
            })),
        })
    }

    /// The message as Discord reads it.
    fn written(&self, message: &impl Serialize) -> serde_json::Result<String> {
        let Some(elsewhere) = self.elsewhere else {
            return serde_json::to_string(message);
        };
        let mut message = serde_json::to_value(message)?;
        elsewhere.put_into_team(&mut message);
        serde_json::to_string(&message)
    }
}

/// A first answer that shows a message, for which serenity has no type.
#[derive(Serialize)]
struct Response<T> {
    /// Discord's number of the kind of answer.
    #[serde(rename = "type")]
    kind: u8,
    data: T,
}

impl Response<Message> {
    fn message(data: Message) -> Self {
        Self { kind: 4, data }
    }
}

impl Response<Edit> {
    fn update(data: Edit) -> Self {
        Self { kind: 7, data }
    }
}
