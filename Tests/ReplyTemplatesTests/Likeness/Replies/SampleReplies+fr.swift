extension SampleReplies {
  static let fr = """
    Votre colis a quitté notre entrepôt ce matin et devrait arriver chez vous avant jeudi.
    + Votre paquet a quitté notre entrepôt ce matin et devrait arriver chez vous avant jeudi.
    - Votre colis a quitté notre entrepôt ce matin et devrait arriver chez vous avant mardi.
    - Votre colis n’a pas encore quitté notre entrepôt mais devrait arriver chez vous avant jeudi.
    Nous avons remboursé 42,50 € sur votre carte. Le montant apparaît sous trois jours ouvrés.
    + Nous vous avons remboursé 42,50 € sur votre carte bancaire. Le montant apparaîtra sous trois jours ouvrés.
    - Nous avons remboursé 24,50 € sur votre carte. Le montant apparaît sous trois jours ouvrés.
    - Nous avons remboursé 42,50 € sur votre carte. Le montant apparaît sous cinq jours ouvrés.
    La veste bleue est de nouveau disponible, je vous en ai réservé une jusqu’à vendredi.
    + La veste bleue est à nouveau en stock, je vous en ai réservé une jusqu’à vendredi.
    - La veste bleue est épuisée, je n’ai pas pu vous en réserver une.
    - La veste noire est de nouveau disponible, je vous en ai réservé une jusqu’à vendredi.
    Votre retour est accepté. Imprimez l’étiquette reçue par e-mail et déposez le carton dans un bureau de poste.
    + Votre retour a été accepté. Imprimez l’étiquette reçue par e-mail puis déposez le carton dans un bureau de poste.
    - Votre retour est refusé. Imprimez l’étiquette reçue par e-mail et déposez le carton dans un bureau de poste.
    La panne a commencé à 14:20 et a été réparée à 15:05. Tous les comptes fonctionnent de nouveau.
    + La panne a débuté à 14:20 et a été résolue à 15:05. Tous les comptes fonctionnent à nouveau.
    - La panne a commencé à 14:20 et dure toujours. Les comptes ne fonctionnent pas.
    - La panne a commencé à 14:20 et a été réparée à 16:05. Tous les comptes fonctionnent de nouveau.
    J’ai annulé la deuxième commande, elle ne sera pas débitée.
    + La deuxième commande est annulée, elle ne sera pas débitée.
    - J’ai confirmé la deuxième commande, elle sera débitée aujourd’hui.
    Notre magasin est ouvert dimanche de 10 h à 16 h et le parking est gratuit.
    + Notre boutique est ouverte dimanche de 10 h à 16 h et le parking est gratuit.
    - Notre magasin est fermé dimanche et le parking est gratuit.
    - Notre magasin est ouvert dimanche de 10 h à 18 h et le parking est gratuit.
    Nous pouvons échanger les chaussures contre une taille plus grande ou vous rembourser.
    + Nous pouvons échanger les chaussures pour une taille plus grande, ou vous rembourser.
    - Nous ne pouvons pas échanger les chaussures contre une taille plus grande, mais vous rembourser.
    - Nous pouvons échanger les chaussures contre une taille plus petite ou vous rembourser.
    Le technicien passera demain entre 9 h et 11 h. Quelqu’un doit être à la maison.
    + Le technicien viendra demain entre 9 h et 11 h. Quelqu’un devra être à la maison.
    - Le technicien passera aujourd’hui entre 9 h et 11 h. Quelqu’un doit être à la maison.
    - Le technicien passera demain entre 13 h et 15 h. Quelqu’un doit être à la maison.
    Nous avons reçu vos documents et répondrons sous deux jours.
    + Vos documents sont bien arrivés et nous répondrons sous deux jours.
    - Nous n’avons pas reçu vos documents et ne pourrons pas répondre sous deux jours.
    - Nous avons reçu vos documents et répondrons sous deux semaines.
    Vous recevrez la facture par e-mail avant la fin du mois.
    + La facture vous sera envoyée par e-mail avant la fin du mois.
    - Vous recevrez la facture par e-mail après la fin du mois.
    Le petit-déjeuner est compris dans la réservation et servi jusqu’à dix heures.
    + Le petit-déjeuner est inclus dans votre réservation et servi jusqu’à dix heures.
    - Le petit-déjeuner n’est pas compris dans la réservation, il est servi jusqu’à dix heures.
    - Le petit-déjeuner est compris dans la réservation et servi jusqu’à onze heures.
    Votre banque a refusé la carte. Essayez une autre carte ou payez par virement.
    + La carte a été refusée par votre banque. Essayez une autre carte ou réglez par virement.
    - Votre banque a accepté la carte. Une autre carte est inutile.
    Le prix a augmenté parce que le fournisseur l’a relevé. Les contrats en cours restent au même tarif.
    + Le prix a augmenté car le fournisseur l’a relevé. Les contrats en cours gardent le même tarif.
    - Le prix a baissé parce que le fournisseur l’a réduit. Les contrats en cours restent au même tarif.
    """
}
