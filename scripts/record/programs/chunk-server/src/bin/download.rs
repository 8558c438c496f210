//! The client: `download <address> <times>` fetches the file so often, one after the other.
//! It is not recorded; it prints the bytes received, so that a run can be checked.

use std::io::{Read, Write};
use std::net::TcpStream;

fn download(address: &str, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut received = 0;
    loop {
        match stream.read(buffer)? {
            0 => return Ok(received),
            bytes => received += bytes,
        }
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().expect("an address");
    let times: usize = arguments.next().expect("times").parse().expect("a number");
    let mut buffer = vec![0; 1 << 20];
    let mut received = 0;
    for _ in 0..times {
        received += download(&address, &mut buffer)?;
    }
    println!("{received}");
    Ok(())
}
