//! The guide's pseudo-code of 2.1, made real:
//!
//!     while not shutdown_flag:      # checked all the time
//!         process_connections()
//!         clean_resources()
//!
//! Planted cause: `polling` asks whether there is anything to do without ever sleeping, so one core is
//! always busy; `waiting` does the same work, but sleeps until a connection, a tick or the shutdown
//! wakes it.
//!
//! Usage: shutdown-flag polling|waiting; prints its address, shuts down when its standard input ends.

use futures_util::FutureExt;
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

const SESSION: Duration = Duration::from_millis(500);

/// Clients that were answered and are remembered for a while.
type Sessions = Vec<Instant>;

async fn say_hello(mut stream: TcpStream) {
    let _ = stream.write_all(b"hello\n").await;
}

#[inline(never)]
fn answer(stream: TcpStream, sessions: &mut Sessions) {
    tokio::spawn(say_hello(stream));
    sessions.push(Instant::now());
}

#[inline(never)]
fn shutdown_requested(flag: &AtomicBool) -> bool {
    flag.load(Ordering::Acquire)
}

/// Takes the connections that are there at this moment, usually none.
#[inline(never)]
fn process_connections(listener: &TcpListener, sessions: &mut Sessions) {
    while let Some(Ok((stream, _))) = listener.accept().now_or_never() {
        answer(stream, sessions);
    }
}

#[inline(never)]
fn clean_resources(sessions: &mut Sessions) {
    let now = Instant::now();
    sessions.retain(|since| now.duration_since(*since) < SESSION);
}

async fn serve_polling(listener: TcpListener, flag: Arc<AtomicBool>) {
    let mut sessions = Sessions::new();
    while !shutdown_requested(&flag) {
        process_connections(&listener, &mut sessions);
        clean_resources(&mut sessions);
        tokio::task::yield_now().await; // gives way, but never sleeps
    }
}

async fn serve_waiting(listener: TcpListener, shutdown: Arc<Notify>) {
    let mut sessions = Sessions::new();
    let mut tick = tokio::time::interval(SESSION);
    loop {
        tokio::select! {
            Ok((stream, _)) = listener.accept() => answer(stream, &mut sessions),
            _ = tick.tick() => clean_resources(&mut sessions),
            () = shutdown.notified() => break,
        }
    }
}

async fn serve(polling: bool) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("{}", listener.local_addr().expect("an address"));
    let flag = Arc::new(AtomicBool::new(false));
    let shutdown = Arc::new(Notify::new());
    let (flag_of_stdin, shutdown_of_stdin) = (flag.clone(), shutdown.clone());
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        flag_of_stdin.store(true, Ordering::Release);
        shutdown_of_stdin.notify_one();
    });
    if polling {
        serve_polling(listener, flag).await;
    } else {
        serve_waiting(listener, shutdown).await;
    }
}

fn main() {
    let polling = match std::env::args().nth(1).as_deref() {
        Some("polling") => true,
        Some("waiting") => false,
        _ => panic!("usage: shutdown-flag polling|waiting"),
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(serve(polling));
}
