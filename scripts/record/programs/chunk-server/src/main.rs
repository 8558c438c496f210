//! A file server of the shape that the guide profiled: every response streams a file in chunks.
//!
//! Planted cause: the size of a chunk. Each chunk is one hop to the blocking pool and back (a wake-up
//! each way) and one `writev`; 8 MiB in chunks of 8 KiB are 1,024 of them, in chunks of 1 MiB eight.
//!
//! Usage: chunk-server <chunk bytes> <file> <downloads>; prints its address, then ends after that
//! many responses, so that two recordings always cover the same work.

use bytes::Bytes;
use futures_util::stream::{self, Stream};
use hyper::server::conn::Http;
use hyper::service::service_fn;
use hyper::{Body, Request, Response};
use std::fs::File;
use std::io::{Read, Result};
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};

struct Settings {
    chunk: usize,
    file: String,
}

/// The file's chunks, each read on the blocking pool: what `ReaderStream::with_capacity(file, chunk)` does.
/// Spelled out because tokio 1.24's own `File` reads 16 KiB a hop at most (2 MiB from 1.25 on), which
/// would hide the planted cause.
fn chunks_of(file: File, chunk: usize) -> impl Stream<Item = Result<Bytes>> {
    stream::try_unfold(file, move |file| async move {
        let hop = tokio::task::spawn_blocking(move || read_chunk(file, chunk));
        let (bytes, file) = hop.await.expect("no panic")?;
        Ok((!bytes.is_empty()).then_some((bytes, file)))
    })
}

fn read_chunk(file: File, chunk: usize) -> Result<(Bytes, File)> {
    let mut buffer = Vec::with_capacity(chunk);
    (&file).take(chunk as u64).read_to_end(&mut buffer)?;
    Ok((buffer.into(), file))
}

async fn send_file(settings: Arc<Settings>) -> Result<Response<Body>> {
    let file = File::open(&settings.file)?;
    Ok(Response::new(Body::wrap_stream(chunks_of(file, settings.chunk))))
}

async fn serve_connection(stream: TcpStream, settings: Arc<Settings>) {
    let service = service_fn(move |_request: Request<Body>| send_file(settings.clone()));
    // The client closes after each download, so a connection is a download.
    let _ = Http::new().http1_keep_alive(false).serve_connection(stream, service).await;
}

async fn serve(settings: Arc<Settings>, downloads: usize) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("{}", listener.local_addr().expect("an address"));
    let mut connections = Vec::with_capacity(downloads);
    for _ in 0..downloads {
        let (stream, _) = listener.accept().await.expect("a connection");
        connections.push(tokio::spawn(serve_connection(stream, settings.clone())));
    }
    for connection in connections {
        connection.await.expect("no panic");
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, chunk, file, downloads] = arguments.as_slice() else {
        eprintln!("usage: chunk-server <chunk bytes> <file> <downloads>");
        std::process::exit(2);
    };
    let chunk = chunk.parse().expect("bytes");
    let downloads = downloads.parse().expect("a number");
    let settings = Arc::new(Settings { chunk, file: file.clone() });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2) // fixed: the graph must not depend on the machine
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(serve(settings, downloads));
}
