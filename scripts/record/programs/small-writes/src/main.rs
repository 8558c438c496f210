//! Writes the same records to the same file in three ways.
//!
//! Planted cause: `unbuffered` makes one `write` of about 60 bytes for each record; `buffered` gathers
//! them in 64 KiB of memory first; `vectored` hands 64 records at a time to one `writev` without
//! copying them together.
//!
//! Usage: small-writes unbuffered|buffered|vectored <records> <file>

use std::fs::File;
use std::io::{BufWriter, IoSlice, Result, Write};

const GATHERED: usize = 64;

/// Writes the record into `line`, as a log formatter would.
#[inline(never)]
fn format_record(line: &mut Vec<u8>, number: u64) {
    line.clear();
    let status = 200 + number % 5;
    writeln!(line, "{number:010} GET /files/{:06}.bin {status} {} bytes", number % 977, number * 7 % 8192)
        .expect("memory can be written");
}

#[inline(never)]
fn write_unbuffered(records: u64, mut file: File) -> Result<()> {
    let mut line = Vec::new();
    for number in 0..records {
        format_record(&mut line, number);
        file.write_all(&line)?;
    }
    Ok(())
}

#[inline(never)]
fn write_buffered(records: u64, file: File) -> Result<()> {
    let mut buffer = BufWriter::with_capacity(64 << 10, file);
    let mut line = Vec::new();
    for number in 0..records {
        format_record(&mut line, number);
        buffer.write_all(&line)?;
    }
    buffer.flush()
}

#[inline(never)]
fn write_vectored(records: u64, mut file: File) -> Result<()> {
    let mut lines = vec![Vec::new(); GATHERED];
    let mut number = 0;
    while number < records {
        let count = GATHERED.min((records - number) as usize);
        for line in &mut lines[..count] {
            format_record(line, number);
            number += 1;
        }
        let slices: Vec<IoSlice> = lines[..count].iter().map(|line| IoSlice::new(line)).collect();
        let written = file.write_vectored(&slices)?;
        // A regular file takes all of it; a socket may not, and then the rest must be sent again.
        assert_eq!(written, lines[..count].iter().map(Vec::len).sum::<usize>());
    }
    Ok(())
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let records = arguments[2].parse().expect("a number");
    let file = File::create(&arguments[3])?;
    match arguments[1].as_str() {
        "unbuffered" => write_unbuffered(records, file),
        "buffered" => write_buffered(records, file),
        "vectored" => write_vectored(records, file),
        other => panic!("unbuffered, buffered or vectored, not {other}"),
    }
}
