#include "base/role.h"
