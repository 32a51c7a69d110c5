#include "domain/import_map.h"
