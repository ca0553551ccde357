extension SampleReplies {
  static let en = """
    Your parcel left our warehouse this morning and should be with you by Thursday.
    + Your package left our warehouse this morning and should reach you by Thursday.
    - Your parcel left our warehouse this morning and should be with you by Tuesday.
    - Your parcel has not left our warehouse yet and should be with you by Thursday.
    We have refunded $42.50 to your card. It can take up to three working days to show in your account.
    + We have refunded $42.50 to your credit card. It may take up to three working days to appear in your account.
    - We have refunded $24.50 to your card. It can take up to three working days to show in your account.
    - We have refunded $42.50 to your card. It can take up to five working days to show in your account.
    The blue jacket in medium is available again, and I have set one aside for you until Friday.
    + The blue jacket in medium is back in stock, and I have set one aside for you until Friday.
    - The blue jacket in medium is sold out, and I could not set one aside for you.
    - The black jacket in medium is available again, and I have set one aside for you until Friday.
    Your return has been approved. Print the label from the email and drop the box at any post office.
    + Your return was approved. Please print the label from the e-mail and drop off the box at any post office.
    - Your return has been declined. The label from the email does not work at any post office.
    - Your return has been rejected. Print the label from the email and drop the box at any post office.
    We found your order under another email address. I have merged both accounts, so you can see it now.
    + We located your order under another email address. I've merged the two accounts, so you can see it now.
    - We could not find your order under any email address, so I have not merged the accounts.
    The outage started at 14:20 and was fixed at 15:05. All accounts work again.
    + The outage began at 14:20 and was resolved at 15:05. All accounts are working again.
    - The outage started at 14:20 and is still ongoing. Not all accounts work again.
    - The outage started at 14:20 and was fixed at 16:05. All accounts work again.
    I have cancelled the second order, and nothing will be charged for it.
    + I have canceled the second order, and you will not be charged for it.
    - I have confirmed the second order, and it will be charged today.
    - I have cancelled the first order, and nothing will be charged for it.
    Our shop is open on Sunday from 10 am to 4 pm, and parking is free.
    + Our store is open on Sunday from 10 am to 4 pm, and parking is free of charge.
    - Our shop is closed on Sunday, and parking is free.
    - Our shop is open on Sunday from 10 am to 6 pm, and parking is free.
    Your account has been unlocked. Sign in with the new password that we sent you by text message.
    + Your account is unlocked now. Log in with the new password that we sent you by SMS.
    - Your account has been locked. Do not sign in with the password that we sent you by text message.
    We can exchange the shoes for a larger size, or refund the full amount if you prefer.
    + We can exchange the shoes for a bigger size or refund the whole amount if you prefer.
    - We cannot exchange the shoes for a larger size, but we can refund the full amount if you prefer.
    - We can exchange the shoes for a smaller size, or refund the full amount if you prefer.
    The technician will visit you tomorrow between 9 and 11. Somebody should be at home to open the door.
    + The technician will visit you tomorrow between 9 and 11. Someone should be home to open the door.
    - The technician will visit you today between 9 and 11. Somebody should be at home to open the door.
    - The technician will visit you tomorrow between 1 and 3. Somebody should be at home to open the door.
    I checked with the courier: the parcel was delivered to your neighbour on Monday at noon.
    + I checked with the carrier: the package was delivered to your neighbor on Monday at noon.
    - I checked with the courier: the parcel was returned to our warehouse on Monday at noon.
    - I checked with the courier: the parcel was delivered to your neighbour on Friday at noon.
    Your subscription has been renewed until 31 December, and the price stays the same.
    + Your subscription was renewed until December 31, and the price remains the same.
    - Your subscription has been renewed until 31 January, and the price stays the same.
    - Your subscription has not been renewed, and it ends on 31 December.
    The discount code works once per customer, so it cannot be used for a second order.
    + The discount code works only once per customer, so it can't be used for a second order.
    - The discount code works for every order, so it can be used for a second order.
    We received your documents and will answer within two days.
    + We got your documents and will reply within two days.
    - We did not receive your documents, so we cannot answer within two days.
    - We received your documents and will answer within two weeks.
    The charge appears twice because the first attempt was only reserved. Your bank will release it by Wednesday.
    + The charge shows twice because the first attempt was only reserved. Your bank will release it by Wednesday.
    - The charge appears twice because you ordered twice. Your bank will not release it.
    I have changed the delivery address to 12 Mill Lane. The courier will bring it there on Saturday.
    + I've changed the delivery address to 12 Mill Lane. The courier will take it there on Saturday.
    - I could not change the delivery address to 12 Mill Lane. The courier will bring it to the old one on Saturday.
    - I have changed the delivery address to 21 Mill Lane. The courier will bring it there on Saturday.
    Our warranty covers this repair, so you pay nothing. Send the device with the enclosed form.
    + Our warranty covers the repair, so you pay nothing. Please send us the device with the enclosed form.
    - Our warranty does not cover this repair, so you pay 60 euros. Send the device with the enclosed form.
    You will receive the invoice by email before the end of the month.
    + You'll get the invoice by email before the end of the month.
    - You will receive the invoice by email after the end of the month.
    - You will receive the invoice by letter before the end of the month.
    The app crashed after the last update. We are working on it and expect a new version today.
    + The app crashed after the last update. We're working on it and expect a new version today.
    - The app crashed after the last update. We have fixed it in the new version that came out yesterday.
    I have forwarded your praise to the driver, who was very happy about it.
    + I passed your praise on to the driver, who was really happy about it.
    - I have forwarded your complaint to the driver, who was very sorry about it.
    A deposit is required for this room. You get it back when you leave.
    + A deposit is required for this room. You receive it back when you leave.
    - A deposit is optional for this room. You get it back when you leave.
    - No deposit is required for this room.
    The card was declined by your bank. Try another card or pay by bank transfer.
    + The card was declined by your bank. You could try another card or pay by bank transfer.
    - The card was accepted by your bank. You do not need another card.
    You can pick up the order at our branch in Leeds from 5 pm today.
    + You can collect the order at our branch in Leeds from 5 pm today.
    - You can pick up the order at our branch in York from 5 pm today.
    - You can pick up the order at our branch in Leeds from 5 pm tomorrow.
    Your seat is 14C by the window. Boarding starts at 06:40 at gate B12.
    + Your seat is 14C at the window. Boarding begins at 06:40 at gate B12.
    - Your seat is 14C by the window. Boarding starts at 06:40 at gate B21.
    - Your seat is 41C by the window. Boarding starts at 06:40 at gate B12.
    Use the form at https://example.com/returns to send the lamp back.
    + Please use this form at https://example.com/returns to send the lamp back.
    - Use the form at https://example.com/exchange to send the lamp back.
    The price went up because the supplier raised it. Existing contracts keep the old price.
    + The price went up since the supplier raised it. Existing contracts keep the old price.
    - The price went down because the supplier lowered it. Existing contracts keep the old price.
    Breakfast is included in your booking. It is served until ten.
    + Breakfast is included in your booking and served until ten.
    - Breakfast is excluded from your booking. It is served until ten.
    - Breakfast is included in your booking. It is served until eleven.
    """
}
