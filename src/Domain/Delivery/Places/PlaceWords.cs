namespace WaSaas.Domain.Delivery.Places;

/// <summary>Word lists for places in French and English, folded. Whoever adds a word adds a test of a sentence with it.</summary>
internal static class PlaceWords
{
    /// <summary>Found in every district: alone they name no place.</summary>
    public static readonly HashSet<string> Generic = Set(
        "carrefour pharmacie marche ecole college lycee universite mosquee eglise temple station hopital clinique dispensaire "
        + "gare quartier rue route avenue boulevard maison immeuble banque boutique bar maquis hotel terrain poste feu feux "
        + "goudron pave rond point rondpoint stade cite commune ville zone secteur bloc ilot lot villa "
        + "junction crossroads roundabout pharmacy market school church mosque hospital clinic street road house building bank shop "
        + "town city district area block filling");

    /// <summary>Words of the sentence around a place. They are never taken for a misspelt place.</summary>
    public static readonly HashSet<string> Filler = Set(
        "a au aux de du des d en la le les l un une et ou chez vers pour par sur dans avec sans ici la bas moi je j tu il elle on nous vous "
        + "suis est es c ce cest ca s se si y ne n pas plus que qu qui quoi quel quelle mon ma mes ton votre notre nos son sa "
        + "habite reste vis livrer livrez livre livraison livraisons frais combien prix tarif coute cout adresse svp stp merci "
        + "bonjour bonsoir salut oui non ok d accord dac voila bien sur mais plutot veux veut voudrais peux pouvez peut prends prendre "
        + "commande commander annuler attends attendez demain aujourd hui soir matin midi toute tout tous suite vite vraiment "
        + "the at in to for of and or is are am i im m you we he she it my your our do does can could be was will want please thanks "
        + "thank hello hi hey good morning evening yes no not deliver delivery delivering fee fees cost price how much live stay "
        + "here there this that what where when who order cancel tomorrow today tonight now");

    /// <summary>Short words that are also places somewhere (Bè, On, So): a place only where the sentence leaves no doubt.</summary>
    public static readonly HashSet<string> Function = Filler;

    /// <summary>What may stand between a cue and the place.</summary>
    public static readonly HashSet<string> Link = Set("a au aux de du des d en la le les l vers chez at in to from of the");

    public static readonly HashSet<string> Inside = Set("a au vers chez at in");

    public static readonly HashSet<string> Negation = Set("pas ne jamais sauf ni aucun aucune excepte not never except don doesn isn cannot");

    /// <summary>Beside it, not in it: the neighbour may be another zone.</summary>
    public static readonly HashSet<string> Near = Set(
        "pres cote loin proche route direction avant apres sortie entree voie limite environs alentours "
        + "near close before after past towards toward far outside");

    public static readonly HashSet<string> Turn = Set("mais but plutot instead sinon");

    public static readonly string[] FirstPerson =
        ["je suis", "j habite", "je reste", "je vis", "nous sommes", "on est", "moi c est", "i am", "i m", "i live", "i stay", "we are"];

    /// <summary>Where these begin, a denial before them has ended.</summary>
    public static readonly string[] Restart = [.. FirstPerson, "c est a", "c est au", "c est vers", "it is in", "it s in"];

    public static readonly string[] Statement =
    [
        "livrez", "livre moi", "livrer a", "envoyez", "envoie", "amenez", "adresse", "chez moi", "c est a", "deliver to", "deliver it", "send",
        "bring", "address",
    ];

    public static readonly string[] Question =
    [
        "combien", "est ce que", "quel", "quelle", "quels", "vous livrez", "livrez vous", "tu livres", "livres tu", "vous allez", "faites vous",
        "pouvez", "peut on", "c est ou", "quand", "si", "do you", "can you", "could you", "how much", "what", "where", "when", "if", "is it",
        "si je suis", "si j habite", "si je reste", "if i am", "if i m", "if i live",
    ];

    /// <summary>Phrases with a negation that deny nothing.</summary>
    public static readonly string[] NoDenial =
    [
        "pas de souci", "pas de soucis", "pas de probleme", "pas de pb", "not a problem",
        "pas loin", "pas trop loin", "pas tres loin", "not far", "not too far",
    ];

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
