#include "domain/stats.h"
