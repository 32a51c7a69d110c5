#include "domain/board.h"
