#include "domain/series.h"
