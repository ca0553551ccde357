extension SampleReplies {
  static let it = """
    Il Suo pacco ha lasciato il nostro magazzino stamattina e dovrebbe arrivare entro giovedì.
    + La Sua spedizione ha lasciato il nostro magazzino stamattina e dovrebbe arrivare entro giovedì.
    - Il Suo pacco ha lasciato il nostro magazzino stamattina e dovrebbe arrivare entro martedì.
    - Il Suo pacco non ha ancora lasciato il nostro magazzino ma dovrebbe arrivare entro giovedì.
    Abbiamo rimborsato 42,50 € sulla Sua carta. Possono servire fino a tre giorni lavorativi.
    + Le abbiamo rimborsato 42,50 € sulla carta. Possono servire fino a tre giorni lavorativi.
    - Abbiamo rimborsato 24,50 € sulla Sua carta. Possono servire fino a tre giorni lavorativi.
    - Abbiamo rimborsato 42,50 € sulla Sua carta. Possono servire fino a cinque giorni lavorativi.
    La giacca blu è di nuovo disponibile e ne ho messa da parte una fino a venerdì.
    + La giacca blu è nuovamente disponibile e ne ho messa da parte una fino a venerdì.
    - La giacca blu è esaurita e non ho potuto metterne da parte una.
    - La giacca nera è di nuovo disponibile e ne ho messa da parte una fino a venerdì.
    Il reso è stato approvato. Stampi l’etichetta allegata e consegni la scatola in un ufficio postale.
    + Il Suo reso è approvato. Stampi l’etichetta allegata e consegni la scatola in un ufficio postale.
    - Il reso è stato rifiutato. Stampi l’etichetta allegata e consegni la scatola in un ufficio postale.
    Il guasto è iniziato alle 14:20 ed è stato risolto alle 15:05. Tutti gli account funzionano di nuovo.
    + Il guasto è cominciato alle 14:20 ed è stato risolto alle 15:05. Tutti gli account funzionano nuovamente.
    - Il guasto è iniziato alle 14:20 e continua ancora. Gli account non funzionano.
    - Il guasto è iniziato alle 14:20 ed è stato risolto alle 16:05. Tutti gli account funzionano di nuovo.
    Ho annullato il secondo ordine, quindi non verrà addebitato nulla.
    + Il secondo ordine è annullato, quindi non verrà addebitato nulla.
    - Ho confermato il secondo ordine, quindi verrà addebitato oggi.
    Il negozio è aperto domenica dalle 10 alle 16 e il parcheggio è gratuito.
    + Il nostro negozio è aperto domenica dalle 10 alle 16 e il parcheggio è gratis.
    - Il negozio è chiuso domenica e il parcheggio è gratuito.
    - Il negozio è aperto domenica dalle 10 alle 18 e il parcheggio è gratuito.
    Possiamo cambiare le scarpe con una taglia più grande o rimborsare l’importo.
    + Possiamo cambiare le scarpe con una taglia più grande oppure rimborsare l’importo.
    - Non possiamo cambiare le scarpe con una taglia più grande, ma rimborsare l’importo sì.
    - Possiamo cambiare le scarpe con una taglia più piccola o rimborsare l’importo.
    Il tecnico verrà domani tra le 9 e le 11. Qualcuno deve essere in casa.
    + Il tecnico passerà domani tra le 9 e le 11. Qualcuno deve essere in casa.
    - Il tecnico verrà oggi tra le 9 e le 11. Qualcuno deve essere in casa.
    Abbiamo ricevuto i Suoi documenti e risponderemo entro due giorni.
    + I Suoi documenti sono stati ricevuti e risponderemo entro due giorni.
    - Non abbiamo ricevuto i Suoi documenti e non potremo rispondere entro due giorni.
    - Abbiamo ricevuto i Suoi documenti e risponderemo entro due settimane.
    La colazione è inclusa nella prenotazione e si serve fino alle dieci.
    + La colazione è compresa nella prenotazione e si serve fino alle dieci.
    - La colazione non è inclusa nella prenotazione e si serve fino alle dieci.
    La banca ha rifiutato la carta. Provi con un’altra carta o paghi con bonifico.
    + La carta è stata rifiutata dalla banca. Provi con un’altra carta o paghi con bonifico.
    - La banca ha accettato la carta. Un’altra carta non serve.
    """
}
