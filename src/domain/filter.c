#include "domain/filter.h"
