#include "domain/metric.h"
