using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    public static ContactId From(Guid value) => new(value);
}

/// <summary>Kinds of address a customer is reached at. Values are opaque.</summary>
public enum AddressKind
{
    /// <summary>WhatsApp's linked identity.</summary>
    Lid = 1,

    /// <summary>A phone-number address of WhatsApp; not a phone number to dial.</summary>
    Phone = 2,

    /// <summary>Business-scoped user id of the official API.</summary>
    Scoped = 3,

    /// <summary>A conversation of the simulator.</summary>
    Simulator = 4,
}

public readonly record struct Address(AddressKind Kind, string Value);

/// <summary>A customer of one shop, with an id of our own and any number of addresses beside it.</summary>
public sealed class Contact : ITenantOwned
{
    private readonly List<ContactAddress> _addresses = [];

    private Contact()
    {
    }

    public TenantId TenantId { get; private set; }

    public ContactId Id { get; private set; }

    /// <summary>As the customer calls herself on WhatsApp.</summary>
    public string? Name { get; private set; }

    /// <summary>E.164 with plus sign when the network told it; never derived from an address here.</summary>
    public string? PhoneNumber { get; private set; }

    /// <summary>fr or en once known.</summary>
    public string? Language { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    /// <summary>Since when she wants nothing that she did not ask for. Answering her when she writes is still fine.</summary>
    public DateTimeOffset? OptedOutAt { get; private set; }

    public IReadOnlyList<ContactAddress> Addresses => _addresses;

    public static Contact Create(TenantId tenantId, DateTimeOffset at) =>
        new() { TenantId = tenantId, Id = Common.Id.New<ContactId>(), FirstSeenAt = at };

    public void Know(IEnumerable<Address> addresses, string? name, string? phoneNumber)
    {
        foreach (var address in addresses.Where(a => _addresses.All(known => known.Address != a)))
        {
            _addresses.Add(new ContactAddress(TenantId, Id, address));
        }

        Name = string.IsNullOrWhiteSpace(name) ? Name : name.Trim();
        PhoneNumber = phoneNumber ?? PhoneNumber;
    }

    /// <summary>No proactive message from now on.</summary>
    /// <returns>False when she had said so before.</returns>
    public bool OptOut(DateTimeOffset at)
    {
        var isNew = OptedOutAt is null;
        OptedOutAt ??= at;
        return isNew;
    }

    public void Speaks(string language) => Language = language;

    /// <summary>Both turned out to be one person: this contact takes over what the younger one was known by.</summary>
    public void Absorb(Contact younger)
    {
        foreach (var address in younger._addresses)
        {
            address.MoveTo(Id);
            _addresses.Add(address);
        }

        younger._addresses.Clear();
        OptedOutAt ??= younger.OptedOutAt;
        (Name, PhoneNumber, Language) = (Name ?? younger.Name, PhoneNumber ?? younger.PhoneNumber, Language ?? younger.Language);
        OptedOutAt ??= younger.OptedOutAt;
    }
}

public sealed class ContactAddress : ITenantOwned
{
    private ContactAddress()
    {
    }

    public ContactAddress(TenantId tenantId, ContactId contactId, Address address) =>
        (TenantId, ContactId, Kind, Value) = (tenantId, contactId, address.Kind, address.Value);

    public TenantId TenantId { get; private set; }

    public AddressKind Kind { get; private set; }

    public string Value { get; private set; } = "";

    public ContactId ContactId { get; private set; }

    public Address Address => new(Kind, Value);

    internal void MoveTo(ContactId contact) => ContactId = contact;
}
