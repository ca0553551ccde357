extension SampleReplies {
  static let fil = """
    Umalis na sa bodega namin kaninang umaga ang package ninyo at darating bago mag-Huwebes.
    + Umalis na sa bodega namin kaninang umaga ang parsela ninyo at darating bago mag-Huwebes.
    - Umalis na sa bodega namin kaninang umaga ang package ninyo at darating bago mag-Martes.
    - Hindi pa umalis sa bodega namin ang package ninyo pero darating bago mag-Huwebes.
    Naibalik na namin ang ₱425 sa card ninyo. Aabutin ito ng tatlong araw bago lumabas.
    + Naibalik na po namin ang ₱425 sa inyong card. Aabutin ito ng tatlong araw bago lumabas.
    - Naibalik na namin ang ₱245 sa card ninyo. Aabutin ito ng tatlong araw bago lumabas.
    - Naibalik na namin ang ₱425 sa card ninyo. Aabutin ito ng limang araw bago lumabas.
    Inaprubahan ang pagbabalik ninyo. I-print ang label sa email at dalhin ang kahon sa post office.
    + Naaprubahan na ang pagbabalik ninyo. I-print ang label sa email at dalhin ang kahon sa post office.
    - Tinanggihan ang pagbabalik ninyo. I-print ang label sa email at dalhin ang kahon sa post office.
    Pupunta bukas ang technician sa pagitan ng 9 at 11. Dapat may tao sa bahay.
    + Pupunta po bukas ang technician namin sa pagitan ng 9 at 11. Dapat may tao sa bahay.
    - Pupunta ngayong araw ang technician sa pagitan ng 9 at 11. Dapat may tao sa bahay.
    Libre ang parking at bukas ang tindahan namin hanggang 6 ng gabi.
    + Libre po ang parking at bukas ang aming tindahan hanggang 6 ng gabi.
    - May bayad ang parking at bukas ang tindahan namin hanggang 6 ng gabi.
    """
}
