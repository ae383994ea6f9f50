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
    Discount = 1 << 8,
    Delivery = 1 << 9,
    Order = 1 << 10,
    Payment = 1 << 11,
    Photo = 1 << 12,
    Address = 1 << 13,
    ShopInfo = 1 << 14,
    Identity = 1 << 15,
    OffTopic = 1 << 16,
    Yes = 1 << 17,
    No = 1 << 18,
}
