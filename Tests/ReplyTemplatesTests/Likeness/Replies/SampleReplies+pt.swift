extension SampleReplies {
  static let pt = """
    O seu pacote saiu do nosso depósito hoje de manhã e deve chegar até quinta-feira.
    + A sua encomenda saiu do nosso depósito hoje de manhã e deve chegar até quinta-feira.
    - O seu pacote saiu do nosso depósito hoje de manhã e deve chegar até terça-feira.
    - O seu pacote ainda não saiu do nosso depósito, mas deve chegar até quinta-feira.
    Reembolsamos R$ 142,50 no seu cartão. Pode levar até três dias úteis para aparecer.
    + Nós reembolsamos R$ 142,50 no seu cartão de crédito. Pode levar até três dias úteis para aparecer.
    - Reembolsamos R$ 124,50 no seu cartão. Pode levar até três dias úteis para aparecer.
    - Reembolsamos R$ 142,50 no seu cartão. Pode levar até cinco dias úteis para aparecer.
    A jaqueta azul está disponível de novo e reservei uma para você até sexta-feira.
    + A jaqueta azul está disponível novamente e reservei uma para você até sexta-feira.
    - A jaqueta azul está esgotada e não consegui reservar uma para você.
    - A jaqueta preta está disponível de novo e reservei uma para você até sexta-feira.
    A sua devolução foi aprovada. Imprima a etiqueta do e-mail e entregue a caixa nos correios.
    + Sua devolução foi aprovada. Imprima a etiqueta do e-mail e entregue a caixa nos correios.
    - A sua devolução foi recusada. Imprima a etiqueta do e-mail e entregue a caixa nos correios.
    A falha começou às 14:20 e foi resolvida às 15:05. Todas as contas funcionam de novo.
    + A falha teve início às 14:20 e foi resolvida às 15:05. Todas as contas voltaram a funcionar.
    - A falha começou às 14:20 e ainda continua. As contas não funcionam.
    - A falha começou às 14:20 e foi resolvida às 16:05. Todas as contas funcionam de novo.
    Cancelei o segundo pedido, então nada será cobrado por ele.
    + O segundo pedido foi cancelado, então nada será cobrado por ele.
    - Confirmei o segundo pedido, então ele será cobrado hoje.
    Nossa loja abre no domingo das 10 às 16 h e o estacionamento é gratuito.
    + No domingo nossa loja abre das 10 às 16 h e o estacionamento é grátis.
    - Nossa loja fecha no domingo e o estacionamento é gratuito.
    - Nossa loja abre no domingo das 10 às 18 h e o estacionamento é gratuito.
    Podemos trocar os sapatos por um número maior ou reembolsar o valor.
    + Podemos trocar os sapatos por um número maior ou então reembolsar o valor.
    - Não podemos trocar os sapatos por um número maior, mas podemos reembolsar o valor.
    - Podemos trocar os sapatos por um número menor ou reembolsar o valor.
    O técnico irá amanhã entre as 9 e as 11 h. Alguém precisa estar em casa.
    + O técnico vai amanhã entre as 9 e as 11 h. Alguém deve estar em casa.
    - O técnico irá hoje entre as 9 e as 11 h. Alguém precisa estar em casa.
    Recebemos os seus documentos e responderemos em dois dias.
    + Os seus documentos chegaram e responderemos em dois dias.
    - Não recebemos os seus documentos e não poderemos responder em dois dias.
    - Recebemos os seus documentos e responderemos em duas semanas.
    O café da manhã está incluído na reserva e é servido até as dez.
    + O café da manhã está incluso na reserva e é servido até as dez.
    - O café da manhã não está incluído na reserva e é servido até as dez.
    O banco recusou o cartão. Tente outro cartão ou pague por transferência.
    + O cartão foi recusado pelo banco. Tente outro cartão ou pague por transferência.
    - O banco aceitou o cartão. Não precisa de outro cartão.
    """
}
