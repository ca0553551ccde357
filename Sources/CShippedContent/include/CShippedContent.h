#pragma once

/// Tells that the target is linked. It exists for its resources, `Locales` and `Templates`: a C target carries
/// them without the accessor that SwiftPM writes for Swift targets, which imports Foundation.
int sapa_shipped_content(void);
