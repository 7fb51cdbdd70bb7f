// zlib of the system: compresses pages and assets on their way to a browser. A library of NIO carries a copy of its own, but not for others to use.
#include <zlib.h>
