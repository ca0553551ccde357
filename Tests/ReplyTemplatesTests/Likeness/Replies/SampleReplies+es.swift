extension SampleReplies {
  static let es = """
    Su paquete salió de nuestro almacén esta mañana y debería llegarle antes del jueves.
    + Su envío salió de nuestro almacén esta mañana y debería llegarle antes del jueves.
    - Su paquete salió de nuestro almacén esta mañana y debería llegarle antes del martes.
    - Su paquete todavía no ha salido de nuestro almacén, pero debería llegarle antes del jueves.
    Hemos reembolsado 42,50 € a su tarjeta. Puede tardar hasta tres días laborables en aparecer.
    + Le hemos reembolsado 42,50 € en su tarjeta. Puede tardar hasta tres días hábiles en aparecer.
    - Hemos reembolsado 24,50 € a su tarjeta. Puede tardar hasta tres días laborables en aparecer.
    - Hemos reembolsado 42,50 € a su tarjeta. Puede tardar hasta cinco días laborables en aparecer.
    La chaqueta azul vuelve a estar disponible y le he apartado una hasta el viernes.
    + La chaqueta azul está disponible de nuevo y le he apartado una hasta el viernes.
    - La chaqueta azul está agotada y no he podido apartarle ninguna.
    - La chaqueta negra vuelve a estar disponible y le he apartado una hasta el viernes.
    Su devolución ha sido aprobada. Imprima la etiqueta del correo y entregue la caja en cualquier oficina.
    + Hemos aprobado su devolución. Imprima la etiqueta del correo y entregue la caja en cualquier oficina.
    - Su devolución ha sido rechazada. Imprima la etiqueta del correo y entregue la caja en cualquier oficina.
    La avería empezó a las 14:20 y quedó resuelta a las 15:05. Todas las cuentas funcionan otra vez.
    + La avería comenzó a las 14:20 y se resolvió a las 15:05. Todas las cuentas funcionan de nuevo.
    - La avería empezó a las 14:20 y todavía continúa. Las cuentas no funcionan.
    - La avería empezó a las 14:20 y quedó resuelta a las 16:05. Todas las cuentas funcionan otra vez.
    He cancelado el segundo pedido, así que no se le cobrará nada por él.
    + El segundo pedido está cancelado, así que no se le cobrará nada por él.
    - He confirmado el segundo pedido, así que se le cobrará hoy.
    Nuestra tienda abre el domingo de 10 a 16 h y el aparcamiento es gratuito.
    + El domingo nuestra tienda abre de 10 a 16 h y el aparcamiento es gratis.
    - Nuestra tienda cierra el domingo y el aparcamiento es gratuito.
    - Nuestra tienda abre el domingo de 10 a 18 h y el aparcamiento es gratuito.
    Podemos cambiar los zapatos por una talla más grande o devolverle el importe.
    + Podemos cambiarle los zapatos por una talla más grande o devolverle el dinero.
    - No podemos cambiar los zapatos por una talla más grande, pero sí devolverle el importe.
    - Podemos cambiar los zapatos por una talla más pequeña o devolverle el importe.
    El técnico irá mañana entre las 9 y las 11. Debe haber alguien en casa.
    + El técnico pasará mañana entre las 9 y las 11. Tiene que haber alguien en casa.
    - El técnico irá hoy entre las 9 y las 11. Debe haber alguien en casa.
    - El técnico irá mañana entre las 13 y las 15. Debe haber alguien en casa.
    Hemos recibido sus documentos y le responderemos en dos días.
    + Sus documentos han llegado y le responderemos en dos días.
    - No hemos recibido sus documentos y no podremos responderle en dos días.
    - Hemos recibido sus documentos y le responderemos en dos semanas.
    Recibirá la factura por correo electrónico antes de fin de mes.
    + Va a recibir la factura por correo electrónico antes de fin de mes.
    - Recibirá la factura por correo electrónico después de fin de mes.
    El desayuno está incluido en la reserva y se sirve hasta las diez.
    + La reserva incluye el desayuno, que se sirve hasta las diez.
    - El desayuno no está incluido en la reserva y se sirve hasta las diez.
    - El desayuno está incluido en la reserva y se sirve hasta las once.
    Su banco ha rechazado la tarjeta. Pruebe con otra o pague por transferencia.
    + La tarjeta ha sido rechazada por su banco. Pruebe con otra o pague por transferencia.
    - Su banco ha aceptado la tarjeta. No necesita otra.
    El precio subió porque el proveedor lo aumentó. Los contratos vigentes no cambian.
    + El precio ha subido porque el proveedor lo aumentó. Los contratos vigentes no cambian.
    - El precio bajó porque el proveedor lo redujo. Los contratos vigentes no cambian.
    """
}
