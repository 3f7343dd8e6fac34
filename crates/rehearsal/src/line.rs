//! TCP connections that can be cut in the middle of a request, at an address that can be gone.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How long to wait before listening again where somebody else does.
const AGAIN: Duration = Duration::from_millis(50);

/// A free port of the loopback interface.
pub(super) struct Address {
    pub(super) at: SocketAddr,
    /// Whether nobody is to be found there.
    gone: watch::Sender<bool>,
    listener: TcpListener,
}

/// Gives out connections that can be cut.
pub(super) struct Lines {
    address: SocketAddr,
    listener: Option<TcpListener>,
    gone: watch::Receiver<bool>,
    /// What all connections hang on.
    all: CutSwitch,
}

/// One connection.
pub(super) struct Line {
    stream: TcpStream,
    all: CutSwitch,
    own: CutSwitch,
}

/// What a request's handler pulls to end the connection without a word.
#[derive(Clone, Default)]
pub(super) struct CutSwitch(Arc<AtomicBool>);

impl CutSwitch {
    /// Nothing is written any more: the client sees its connection closed.
    pub(super) fn cut(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn is_cut(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

impl Address {
    /// # Errors
    /// There is no port to be had.
    pub(super) async fn take() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        Ok(Self {
            at: listener.local_addr()?,
            gone: watch::Sender::new(false),
            listener,
        })
    }

    /// Those who come there, and the switch that turns them away.
    pub(super) fn open(self) -> (Lines, watch::Sender<bool>) {
        let lines = Lines {
            address: self.at,
            listener: Some(self.listener),
            gone: self.gone.subscribe(),
            all: CutSwitch::default(),
        };
        (lines, self.gone)
    }
}

impl Lines {
    /// Refuses connections for as long as the address is to be gone, and ends those there are.
    async fn until_there(&mut self) {
        if *self.gone.borrow_and_update() {
            std::mem::take(&mut self.all).cut();
            self.listener = None;
            // Nobody is left who could bring it back: it stays away.
            let back = self.gone.wait_for(|gone| !gone).await.is_ok();
            if !back {
                std::future::pending::<()>().await;
            }
        }
    }

    async fn listen(&mut self) -> &mut TcpListener {
        let listener = match self.listener.take() {
            Some(listener) => listener,
            None => loop {
                match TcpListener::bind(self.address).await {
                    Ok(listener) => break listener,
                    Err(_) => tokio::time::sleep(AGAIN).await,
                }
            },
        };
        self.listener.insert(listener)
    }
}

impl Listener for Lines {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            self.until_there().await;
            let mut gone = self.gone.clone();
            let listener = self.listen().await;
            let (stream, address) = tokio::select! {
                accepted = Listener::accept(listener) => accepted,
                // An error says that it will never be gone.
                Ok(_) = gone.wait_for(|gone| *gone) => continue,
            };
            // Small answers at once, as from a server that is near.
            let _ = stream.set_nodelay(true);
            let (all, own) = (self.all.clone(), CutSwitch::default());
            return (Line { stream, all, own }, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

impl Connected<IncomingStream<'_, Lines>> for CutSwitch {
    fn connect_info(incoming: IncomingStream<'_, Lines>) -> Self {
        incoming.io().own.clone()
    }
}

impl Line {
    fn uncut(&self) -> io::Result<()> {
        if self.own.is_cut() || self.all.is_cut() {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.uncut()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.uncut()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.uncut()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
