#include "domain/case_field.h"
