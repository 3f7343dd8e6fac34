//! One connection of a bot.

use std::collections::VecDeque;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures::SinkExt;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::frames::{self, Identify, Payload, Resume};
use super::members::MembersRequest;
use crate::close_code;
use crate::shared::Shared;
use crate::world::Order;

/// Why a connection is over.
enum End {
    /// The server closes it with a code.
    Close(u16),
    /// The client closed it, saying that it does not come back.
    Farewell,
    /// The server closes it and does not say why.
    CloseSilently,
    /// It broke, or is to look as if it had.
    Broken,
}

pub(super) struct Connection {
    shared: Shared,
    socket: WebSocket,
    /// The session that can be resumed at the address it came to.
    resumes: Option<String>,
    number: u64,
    heartbeat_interval: Duration,
    last_heartbeat: Instant,
    /// When each payload of the last minute came.
    received: VecDeque<Instant>,
    /// The sequence number of the last event that was sent on.
    sent: u64,
}

impl Connection {
    pub(super) fn new(shared: Shared, socket: WebSocket, resumes: Option<String>) -> Self {
        let (number, heartbeat_interval) =
            shared.change(|world| (world.new_connection(), world.heartbeat_interval));
        Self {
            shared,
            socket,
            resumes,
            number,
            heartbeat_interval,
            last_heartbeat: Instant::now(),
            received: VecDeque::new(),
            sent: 0,
        }
    }

    /// Serves the client until either side has had enough.
    pub(super) async fn serve(mut self) {
        match self.talk().await {
            End::Close(code) => self.close(code).await,
            End::Farewell => {
                self.shared.change(|world| world.end_session(self.number));
                // The answer to a close frame waits in the socket until it is flushed.
                let _ = self.socket.flush().await;
            }
            End::CloseSilently => {
                self.shared.change(|world| world.disconnect(self.number));
                // Whether the client still hears it makes no difference.
                let _ = self.socket.send(Message::Close(None)).await;
            }
            End::Broken => self.shared.change(|world| world.disconnect(self.number)),
        }
    }

    /// Closes the connection with a code.
    pub(super) async fn close(mut self, code: u16) {
        self.shared.change(|world| {
            if frames::ends_session(code) {
                world.end_session(self.number);
            } else {
                world.disconnect(self.number);
            }
        });
        let frame = CloseFrame {
            code,
            reason: "".into(),
        };
        // Whether the client still hears it makes no difference.
        let _ = self.socket.send(Message::Close(Some(frame))).await;
    }

    async fn talk(&mut self) -> End {
        let mut changes = self.shared.changes();
        let stopping = self.shared.stop.clone();
        let interval = self.heartbeat_interval.as_millis();
        let hello = json!({ "heartbeat_interval": u64::try_from(interval).unwrap_or(u64::MAX) });
        if let Err(end) = self.send(frames::HELLO, hello).await {
            return end;
        }
        loop {
            let silence = self.last_heartbeat + self.heartbeat_interval * 3 / 2;
            let done = tokio::select! {
                () = stopping.cancelled() => Err(End::Close(close_code::GOING_AWAY)),
                () = tokio::time::sleep_until(silence) => {
                    Err(End::Close(close_code::SESSION_TIMED_OUT))
                }
                message = self.socket.recv() => match message {
                    Some(Ok(message)) => self.receive(message).await,
                    _ => Err(End::Broken),
                },
                _ = changes.changed() => self.forward().await,
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    async fn receive(&mut self, message: Message) -> Result<(), End> {
        let text = match &message {
            Message::Text(text) => text.as_bytes(),
            Message::Binary(bytes) => bytes,
            Message::Close(Some(frame))
                if matches!(frame.code, close_code::NORMAL | close_code::GOING_AWAY) =>
            {
                return Err(End::Farewell);
            }
            Message::Close(_) => return Err(End::Broken),
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
        };
        if text.len() > frames::LONGEST_PAYLOAD {
            return Err(End::Close(close_code::DECODE_ERROR));
        }
        let payload: Payload = decode(serde_json::from_slice(text))?;
        self.count()?;
        match payload.op {
            frames::HEARTBEAT => self.heartbeat(payload.d).await,
            frames::IDENTIFY => self.identify(payload.d).await,
            frames::RESUME => self.resume(payload.d).await,
            frames::PRESENCE | frames::VOICE_STATE => self.authenticated(),
            frames::REQUEST_MEMBERS => self.members(payload.d),
            _ => Err(End::Close(close_code::UNKNOWN_OPCODE)),
        }
    }

    /// Counts a payload; one too many ends the connection.
    fn count(&mut self) -> Result<(), End> {
        let now = Instant::now();
        while self
            .received
            .front()
            .is_some_and(|at| now - *at >= Duration::from_mins(1))
        {
            self.received.pop_front();
        }
        if self.received.len() == frames::MOST_PAYLOADS {
            return Err(End::Close(close_code::RATE_LIMITED));
        }
        self.received.push_back(now);
        Ok(())
    }

    fn authenticated(&self) -> Result<(), End> {
        let known = self
            .shared
            .change(|world| world.session_of(self.number).is_some());
        known
            .then_some(())
            .ok_or(End::Close(close_code::NOT_AUTHENTICATED))
    }

    fn members(&self, request: Value) -> Result<(), End> {
        self.authenticated()?;
        let request: MembersRequest = serde_json::from_value(request)
            // "An invalid payload for an opcode" has the code of an opcode that is none.
            .map_err(|_| End::Close(close_code::UNKNOWN_OPCODE))?;
        self.shared
            .change(|world| request.answer(world, self.number))
            .map_err(End::Close)
    }

    async fn heartbeat(&mut self, heard: Value) -> Result<(), End> {
        let heard: Option<u64> = decode(serde_json::from_value(heard))?;
        self.last_heartbeat = Instant::now();
        self.shared.change(|world| {
            if let (Some(session), Some(heard)) = (world.session_of(self.number), heard) {
                session.acknowledge(heard);
            }
        });
        if self.shared.look(|world| world.gateway.without_acks) {
            return Ok(());
        }
        self.send(frames::HEARTBEAT_ACK, Value::Null).await
    }

    async fn identify(&mut self, identify: Value) -> Result<(), End> {
        let identify: Identify = decode(serde_json::from_value(identify))?;
        self.sent = 0;
        let begun = self.shared.change(|world| {
            if world.session_of(self.number).is_some() {
                return Err(End::Close(close_code::ALREADY_AUTHENTICATED));
            }
            let (intents, shard) = identify.accepted_by(world).map_err(End::Close)?;
            if !world.may_identify(shard) {
                world.identified_too_soon += 1;
                return Ok(false);
            }
            if world.starts_left() == 0 {
                world.reset_token();
                return Err(End::Close(close_code::AUTHENTICATION_FAILED));
            }
            world.open_session(self.number, intents, shard);
            world.identified_to_resume += u64::from(self.resumes.is_some());
            Ok(true)
        })?;
        if begun {
            Ok(())
        } else {
            self.send(frames::INVALID_SESSION, json!(false)).await
        }
    }

    async fn resume(&mut self, resume: Value) -> Result<(), End> {
        let resume: Resume = decode(serde_json::from_value(resume))?;
        let resumed = self.shared.change(|world| {
            if world.session_of(self.number).is_some() {
                return Err(End::Close(close_code::ALREADY_AUTHENTICATED));
            }
            if !frames::is_token_of(world, &resume.token) {
                return Err(End::Close(close_code::AUTHENTICATION_FAILED));
            }
            let here = self.resumes.as_ref() == Some(&resume.session_id);
            let Some(session) = world.session_named(&resume.session_id).filter(|_| here) else {
                world.refused_to_resume += 1;
                return Ok(false);
            };
            if !session.can_resume_from(resume.seq) {
                return Err(End::Close(close_code::INVALID_SEQUENCE));
            }
            world.resume(&resume.session_id, self.number);
            Ok(true)
        })?;
        self.sent = resume.seq;
        if resumed {
            Ok(())
        } else {
            self.send(frames::INVALID_SESSION, json!(false)).await
        }
    }

    /// Sends on what the session has still to hear, and carries out its orders.
    async fn forward(&mut self) -> Result<(), End> {
        let (events, orders) = self.shared.drain(self.number, self.sent);
        for (sequence, event) in events {
            self.sent = sequence;
            self.send_payload(&event).await?;
        }
        for order in orders {
            self.carry_out(order).await?;
        }
        Ok(())
    }

    async fn carry_out(&mut self, order: Order) -> Result<(), End> {
        match order {
            Order::Reconnect => self.send(frames::RECONNECT, Value::Null).await,
            Order::InvalidateResumable => {
                self.shared.change(|world| world.disconnect(self.number));
                self.send(frames::INVALID_SESSION, json!(true)).await
            }
            Order::Invalidate => {
                self.shared.change(|world| world.end_session(self.number));
                self.send(frames::INVALID_SESSION, json!(false)).await
            }
            Order::Close(code) => Err(End::Close(code)),
            Order::CloseSilently => Err(End::CloseSilently),
            Order::Drop => Err(End::Broken),
        }
    }

    async fn send(&mut self, op: u64, data: Value) -> Result<(), End> {
        self.send_payload(&json!({ "op": op, "d": data, "s": null, "t": null }))
            .await
    }

    async fn send_payload(&mut self, payload: &Value) -> Result<(), End> {
        let frame = Message::Text(payload.to_string().into());
        self.socket.send(frame).await.map_err(|_| End::Broken)
    }
}

fn decode<T>(decoded: serde_json::Result<T>) -> Result<T, End> {
    decoded.map_err(|_| End::Close(close_code::DECODE_ERROR))
}
