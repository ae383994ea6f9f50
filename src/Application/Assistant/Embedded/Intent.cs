namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What a customer may want; a burst may hold several.</summary>
[Flags]
internal enum Intent
{
    None = 0,
    Greeting = 1 << 0,
    Thanks = 1 << 1,
    Bye = 1 << 2,
    Price = 1 << 3,
    Availability = 1 << 4,
    Listing = 1 << 5,
    Person = 1 << 6,
    Complaint = 1 << 7,

    /// <summary>"Your last price?", without a number.</summary>
    Haggle = 1 << 8,
    Delivery = 1 << 9,
    Order = 1 << 10,
    Payment = 1 << 11,
    Photo = 1 << 12,
    Address = 1 << 13,
    Hours = 1 << 14,
    Identity = 1 << 15,
    OffTopic = 1 << 16,
    Yes = 1 << 17,
    No = 1 << 18,
    Returns = 1 << 19,
    Warranty = 1 << 20,

    /// <summary>Words that make a number the customer's price: "je propose", "à ... c'est possible".</summary>
    Offer = 1 << 21,

    /// <summary>"Deal", "je prends à ce prix": to a price that stands.</summary>
    Accept = 1 << 22,
    Add = 1 << 23,
    Remove = 1 << 24,

    /// <summary>All of it: the cart is emptied, an order called off.</summary>
    Cancel = 1 << 25,

    /// <summary>"Finalement", "plutôt": what was said before is replaced.</summary>
    Change = 1 << 26,
    OrderStatus = 1 << 27,

    /// <summary>What is it like: material, size, colour.</summary>
    Details = 1 << 28,

    /// <summary>"Je suis à ...", "plutôt à ...": a place to go to, without the word delivery.</summary>
    Whereabouts = 1 << 29,

    /// <summary>"Et pour 3 ?": the price of more.</summary>
    Bulk = 1 << 30,
}
