// GDAL/OGR reads foreign vector formats. Only kompas-import links it, so that hostile files stay outside the other
// programs and those start fast.
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
