extension SampleReplies {
  static let vi = """
    Đơn hàng của chị đã rời kho sáng nay và sẽ đến trước thứ năm.
    + Kiện hàng của chị đã rời kho sáng nay và sẽ đến trước thứ năm.
    - Đơn hàng của chị đã rời kho sáng nay và sẽ đến trước thứ ba.
    - Đơn hàng của chị chưa rời kho nhưng sẽ đến trước thứ năm.
    Bên em đã hoàn 425.000 đồng vào thẻ của chị. Tiền sẽ về trong ba ngày làm việc.
    + Bên em đã hoàn lại 425.000 đồng vào thẻ của chị. Tiền sẽ về trong vòng ba ngày làm việc.
    - Bên em đã hoàn 245.000 đồng vào thẻ của chị. Tiền sẽ về trong ba ngày làm việc.
    - Bên em đã hoàn 425.000 đồng vào thẻ của chị. Tiền sẽ về trong năm ngày làm việc.
    Áo khoác xanh dương đã có hàng lại, em giữ cho chị một chiếc đến thứ sáu.
    + Áo khoác xanh dương lại có hàng rồi, em giữ cho chị một chiếc đến thứ sáu.
    - Áo khoác xanh dương đã hết hàng, em không giữ được cho chị.
    - Áo khoác đen đã có hàng lại, em giữ cho chị một chiếc đến thứ sáu.
    Yêu cầu trả hàng của chị đã được duyệt. Chị in nhãn trong email rồi gửi hộp ở bưu điện.
    + Yêu cầu trả hàng của chị đã được chấp nhận. Chị in nhãn trong email rồi gửi hộp tại bưu điện.
    - Yêu cầu trả hàng của chị đã bị từ chối. Chị in nhãn trong email rồi gửi hộp ở bưu điện.
    Sự cố bắt đầu lúc 14:20 và được khắc phục lúc 15:05. Mọi tài khoản đã dùng lại bình thường.
    + Sự cố xảy ra lúc 14:20 và đã được khắc phục lúc 15:05. Mọi tài khoản đã dùng lại bình thường.
    - Sự cố bắt đầu lúc 14:20 và vẫn chưa được khắc phục. Tài khoản chưa dùng được.
    - Sự cố bắt đầu lúc 14:20 và được khắc phục lúc 16:05. Mọi tài khoản đã dùng lại bình thường.
    Em đã hủy đơn thứ hai, chị sẽ không bị tính tiền.
    + Đơn thứ hai em đã hủy, chị sẽ không bị tính tiền.
    - Em đã xác nhận đơn thứ hai, chị sẽ bị tính tiền hôm nay.
    Cửa hàng mở cửa chủ nhật từ 10 đến 16 giờ và gửi xe miễn phí.
    + Chủ nhật cửa hàng mở cửa từ 10 đến 16 giờ và gửi xe miễn phí.
    - Cửa hàng đóng cửa chủ nhật và gửi xe miễn phí.
    - Cửa hàng mở cửa chủ nhật từ 10 đến 18 giờ và gửi xe miễn phí.
    Bên em có thể đổi giày sang cỡ lớn hơn hoặc hoàn tiền toàn bộ.
    + Bên em có thể đổi giày sang size lớn hơn hoặc hoàn tiền toàn bộ.
    - Bên em không thể đổi giày sang cỡ lớn hơn nhưng có thể hoàn tiền toàn bộ.
    - Bên em có thể đổi giày sang cỡ nhỏ hơn hoặc hoàn tiền toàn bộ.
    Kỹ thuật viên sẽ đến ngày mai từ 9 đến 11 giờ. Cần có người ở nhà.
    + Ngày mai kỹ thuật viên sẽ đến từ 9 đến 11 giờ. Cần có người ở nhà.
    - Kỹ thuật viên sẽ đến hôm nay từ 9 đến 11 giờ. Cần có người ở nhà.
    Bên em đã nhận được giấy tờ và sẽ trả lời trong hai ngày.
    + Giấy tờ bên em đã nhận được và sẽ trả lời trong hai ngày.
    - Bên em chưa nhận được giấy tờ nên không thể trả lời trong hai ngày.
    - Bên em đã nhận được giấy tờ và sẽ trả lời trong hai tuần.
    """
}
