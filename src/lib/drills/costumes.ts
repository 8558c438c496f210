/**
 * The frames that a drill is dressed in: one language and its runtime. Paths go from the
 * application's frame to the leaf; names are those that profilers print for such programs.
 */
export interface Costume {
  readonly id: CostumeId;
  /** What every stack of the program begins with. */
  readonly entry: readonly string[];
  readonly handlers: readonly string[];
  readonly steps: readonly string[];
  readonly leaves: readonly string[];
  /** Waiting for a contended lock; not in a runtime with one thread. */
  readonly lock?: readonly string[];
  /** Waking another thread. */
  readonly wake?: readonly string[];
  /** Writing to a socket or file. */
  readonly write: readonly string[];
  /** Allocating, or collecting what was allocated. */
  readonly allocate: readonly string[];
  /** Asking again and again whether there is something to do. */
  readonly poll: string;
  /** A small function that everybody calls. */
  readonly shared: string;
  readonly recursive: string;
  /** A wrapper around everything, whose name sounds like a cause. */
  readonly wrapper: string;
}

export const costumeIds = ['rust', 'go', 'jvm', 'node', 'cpp'] as const;
export type CostumeId = (typeof costumeIds)[number];

const rust: Costume = {
  id: 'rust',
  entry: [
    'start_thread',
    'std::sys::thread::unix::Thread::new::thread_start',
    'tokio::runtime::scheduler::multi_thread::worker::Context::run_task',
    'tokio::runtime::task::raw::poll',
  ],
  handlers: ['list_orders', 'checkout', 'search', 'render_invoice', 'upload_image'].map(
    (name) => `shop::handlers::${name}`,
  ),
  steps: [
    'shop::pricing::apply_discounts',
    'shop::cart::merge',
    'shop::search::rank',
    'shop::template::expand',
    'shop::auth::check_token',
    'shop::catalog::lookup',
    'shop::invoice::layout',
  ],
  leaves: [
    'serde_json::de::from_slice',
    'core::str::converts::from_utf8',
    'sha2::sha256::compress256',
    'regex_automata::dfa::search::find_fwd',
    'hashbrown::map::HashMap::get',
    '__memmove_avx_unaligned_erms',
  ],
  lock: ['std::sys::sync::mutex::futex::Mutex::lock_contended', 'syscall', '__x64_sys_futex'],
  wake: [
    'tokio::runtime::scheduler::multi_thread::handle::Handle::notify_parked',
    'std::sys::sync::condvar::futex::Condvar::notify_one',
    'futex_wake',
  ],
  write: ['tokio::net::tcp::stream::TcpStream::poll_write', '__libc_write'],
  allocate: ['alloc::raw_vec::finish_grow', 'malloc', '_int_malloc'],
  poll: 'shop::jobs::Queue::is_ready',
  shared: 'core::fmt::write',
  recursive: 'shop::template::Node::render',
  wrapper: 'axum::serve::WithGracefulShutdown::into_future',
};

const go: Costume = {
  id: 'go',
  entry: ['runtime.goexit', 'net/http.(*conn).serve', 'net/http.serverHandler.ServeHTTP'],
  handlers: ['ListOrders', 'Checkout', 'Search', 'RenderInvoice', 'UploadImage'].map(
    (name) => `shop/handlers.${name}`,
  ),
  steps: [
    'shop/pricing.applyDiscounts',
    'shop/cart.(*Cart).Merge',
    'shop/search.rank',
    'shop/templates.expand',
    'shop/auth.checkToken',
    'shop/catalog.(*Index).Lookup',
    'shop/invoice.layout',
  ],
  leaves: [
    'encoding/json.(*decodeState).object',
    'unicode/utf8.DecodeRune',
    'crypto/sha256.block',
    'regexp.(*Regexp).doExecute',
    'runtime.mapaccess2_faststr',
    'runtime.memmove',
  ],
  lock: ['sync.(*Mutex).lockSlow', 'runtime.semacquire1', 'runtime.lock2'],
  wake: ['runtime.ready', 'runtime.wakep', 'runtime.futexwakeup'],
  write: ['net.(*conn).Write', 'internal/poll.(*FD).Write', 'syscall.write'],
  allocate: ['runtime.growslice', 'runtime.mallocgc'],
  poll: 'shop/jobs.(*Queue).Ready',
  shared: 'fmt.(*pp).doPrintf',
  recursive: 'shop/templates.(*Node).render',
  wrapper: 'shop/middleware.RetryHandler.ServeHTTP',
};

const jvm: Costume = {
  id: 'jvm',
  entry: [
    'start_thread',
    'JavaThread::run',
    'java.lang.Thread.run',
    'java.util.concurrent.ThreadPoolExecutor.runWorker',
  ],
  handlers: ['listOrders', 'checkout', 'search', 'renderInvoice', 'uploadImage'].map(
    (name) => `com.shop.web.ShopController.${name}`,
  ),
  steps: [
    'com.shop.pricing.Discounts.apply',
    'com.shop.cart.Cart.merge',
    'com.shop.search.Ranker.rank',
    'com.shop.template.Template.expand',
    'com.shop.auth.Tokens.check',
    'com.shop.catalog.Catalog.lookup',
    'com.shop.invoice.Layout.lines',
  ],
  leaves: [
    'com.fasterxml.jackson.core.json.UTF8StreamJsonParser.nextToken',
    'java.lang.StringLatin1.inflate',
    'sun.security.provider.SHA2.implCompress0',
    'java.util.regex.Pattern$CharProperty.match',
    'java.util.HashMap.getNode',
    'jbyte_disjoint_arraycopy',
  ],
  lock: ['ObjectMonitor::enter', 'ObjectMonitor::EnterI'],
  wake: [
    'java.util.concurrent.locks.LockSupport.unpark',
    'Unsafe_Unpark',
    'pthread_cond_signal',
    'futex_wake',
  ],
  write: ['java.io.FileOutputStream.writeBytes', 'writeBytes', '__libc_write'],
  allocate: ['OptoRuntime::new_array_C', 'MemAllocator::allocate', 'ObjArrayAllocator::initialize'],
  poll: 'com.shop.jobs.Queue.isReady',
  shared: 'java.util.Formatter.format',
  recursive: 'com.shop.template.Node.render',
  wrapper: 'com.shop.web.RetryFilter.doFilter',
};

const node: Costume = {
  id: 'node',
  entry: ['(root)', 'processTicksAndRejections', 'emit', 'handleRequest'],
  handlers: ['listOrders', 'checkout', 'search', 'renderInvoice', 'uploadImage'],
  steps: [
    'applyDiscounts',
    'mergeCart',
    'rankResults',
    'expandTemplate',
    'checkToken',
    'lookupCatalog',
    'layoutInvoice',
  ],
  leaves: ['parseBody', 'decodeUtf8', 'hashBlock', 'matchPattern', 'findBucket', 'copyBytes'],
  write: ['Socket._writeGeneric', 'writeUtf8String', 'uv_try_write', '__libc_write'],
  allocate: ['cloneDeep', '(garbage collector)'],
  poll: 'isQueueReady',
  shared: 'formatNumber',
  recursive: 'renderNode',
  wrapper: 'TimeoutContext.run',
};

const cpp: Costume = {
  id: 'cpp',
  entry: ['start_thread', 'shop::Worker::run()', 'shop::Server::handle(Request const&)'],
  handlers: ['listOrders', 'checkout', 'search', 'renderInvoice', 'uploadImage'].map(
    (name) => `shop::handlers::${name}(Request const&)`,
  ),
  steps: [
    'shop::pricing::applyDiscounts(Cart&)',
    'shop::Cart::merge(Cart const&)',
    'shop::search::rank(Query const&)',
    'shop::Template::expand(Context const&)',
    'shop::auth::checkToken(std::string_view)',
    'shop::Catalog::lookup(std::string_view)',
    'shop::invoice::layout(Order const&)',
  ],
  leaves: [
    'rapidjson::GenericReader::ParseValue',
    'utf8::decode_next(char const*)',
    'sha256_block_data_order',
    're2::DFA::InlinedSearchLoop',
    'std::_Hashtable::_M_find_before_node',
    '__memmove_avx_unaligned_erms',
  ],
  lock: ['std::mutex::lock()', '__pthread_mutex_lock', '__lll_lock_wait'],
  wake: ['std::condition_variable::notify_one()', 'pthread_cond_signal', 'futex_wake'],
  write: ['std::ostream::flush()', 'std::filebuf::sync()', '__libc_write'],
  allocate: ['operator new(unsigned long)', 'malloc', '_int_malloc'],
  poll: 'shop::JobQueue::ready() const',
  shared: '__printf_buffer',
  recursive: 'shop::Template::renderNode(Node const&)',
  wrapper: 'shop::TraceScope::run()',
};

export const costumes: Readonly<Record<CostumeId, Costume>> = { rust, go, jvm, node, cpp };
