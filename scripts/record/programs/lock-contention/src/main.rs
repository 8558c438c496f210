//! Four threads look sessions up in a shared map and now and then change one.
//!
//! Planted cause: `one` keeps the whole map behind one `Mutex` and works while it holds it, so the
//! threads wait for each other; `sharded` splits the same map over 64 mutexes by key; `readers` uses
//! one `RwLock`, which lets readers in together, but a lookup still writes to the lock. All do equal work.
//!
//! Usage: lock-contention one|sharded|readers <operations a thread> [wait]
//! With `wait` it waits for a line before and after the work: a tracer must attach first and read names last.

use std::collections::HashMap;
use std::sync::{Mutex, RwLock};

const THREADS: u64 = 4;
const KEYS: u64 = 4096;
const SHARDS: u64 = 64;
const SESSION_BYTES: usize = 512;
/// One operation in this many changes a session; the others only read.
const WRITE_EVERY: u64 = 16;
type Sessions = HashMap<u64, Vec<u8>>;

trait Store: Sync {
    fn look_up(&self, key: u64) -> u64;
    fn change(&self, key: u64);
}

struct Sharded(Vec<Mutex<Sessions>>);
struct Readers(RwLock<Sessions>);
/// The work inside the critical section: a checksum of the session.
#[inline(never)]
fn checksum(session: &[u8]) -> u64 {
    session.iter().fold(17, |sum, byte| sum.wrapping_mul(31) ^ u64::from(*byte))
}

#[inline(never)]
fn renew(session: &mut [u8]) {
    session.iter_mut().for_each(|byte| *byte = byte.rotate_left(1));
}

impl Sharded {
    fn shard_of(&self, key: u64) -> &Mutex<Sessions> {
        &self.0[(key % self.0.len() as u64) as usize]
    }
}
impl Store for Sharded {
    #[inline(never)]
    fn look_up(&self, key: u64) -> u64 {
        checksum(&self.shard_of(key).lock().unwrap()[&key])
    }
    #[inline(never)]
    fn change(&self, key: u64) {
        renew(self.shard_of(key).lock().unwrap().get_mut(&key).unwrap());
    }
}

impl Store for Readers {
    #[inline(never)]
    fn look_up(&self, key: u64) -> u64 {
        checksum(&self.0.read().unwrap()[&key])
    }
    #[inline(never)]
    fn change(&self, key: u64) {
        renew(self.0.write().unwrap().get_mut(&key).unwrap());
    }
}

fn sessions_where(belongs: impl Fn(u64) -> bool) -> Sessions {
    (0..KEYS).filter(|key| belongs(*key)).map(|key| (key, vec![key as u8; SESSION_BYTES])).collect()
}

fn sharded(shards: u64) -> Sharded {
    Sharded((0..shards).map(|shard| Mutex::new(sessions_where(|key| key % shards == shard))).collect())
}

fn wait_for_line() {
    std::io::stdin().read_line(&mut String::new()).expect("an input");
}

#[inline(never)]
fn serve_requests(store: &dyn Store, thread: u64, operations: u64) -> u64 {
    let mut random = thread + 1;
    let mut sum = 0;
    for operation in 0..operations {
        random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let key = (random >> 33) % KEYS;
        if operation % WRITE_EVERY == 0 {
            store.change(key);
        } else {
            sum ^= store.look_up(key);
        }
    }
    sum
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let operations: u64 = arguments[2].parse().expect("a number");
    let store: Box<dyn Store> = match arguments[1].as_str() {
        "one" => Box::new(sharded(1)),
        "sharded" => Box::new(sharded(SHARDS)),
        "readers" => Box::new(Readers(RwLock::new(sessions_where(|_| true)))),
        other => panic!("one, sharded or readers, not {other}"),
    };
    let (store, is_traced) = (store.as_ref(), arguments.len() > 3);
    if is_traced {
        wait_for_line();
    }
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            std::thread::Builder::new()
                .name(format!("worker-{thread}"))
                .spawn_scoped(scope, move || std::hint::black_box(serve_requests(store, thread, operations)))
                .expect("a thread");
        }
    });
    println!("done");
    if is_traced {
        wait_for_line();
    }
}
