#include "CShippedContent.h"

int sapa_shipped_content(void) { return 1; }
