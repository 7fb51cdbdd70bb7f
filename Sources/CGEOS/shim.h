// GEOS computes all geometry: overlaps, distances, validity. Only its reentrant functions are visible, because the
// others share one hidden context between threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
