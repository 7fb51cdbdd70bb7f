// PROJ transforms between RD and ETRS89 with the official grid, to the millimetre.
#include <proj.h>
