using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The only place that reads a JID: <c>user[:device]@server</c>. Everything else takes it as opaque.</summary>
internal static class WhatsAppAddress
{
    private const string LidServer = "lid";
    private const string PhoneServer = "s.whatsapp.net";

    /// <returns>A person's address without her device; null for groups, broadcasts, channels and anything unknown.</returns>
    public static Address? Parse(string? jid)
    {
        if (jid?.Split('@') is not [var user, var server])
        {
            return null;
        }

        var person = user.Split(':')[0];
        return (person, server) switch
        {
            ("", _) => null,
            (_, LidServer) => new Address(AddressKind.Lid, $"{person}@{LidServer}"),
            (_, PhoneServer) when person.All(char.IsAsciiDigit) => new Address(AddressKind.Phone, $"{person}@{PhoneServer}"),
            _ => null,
        };
    }

    public static IReadOnlyList<Address> ParseAll(params ReadOnlySpan<string?> jids)
    {
        var addresses = new List<Address>();
        foreach (var jid in jids)
        {
            if (Parse(jid) is { } address && !addresses.Contains(address))
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    /// <returns>E.164 with plus sign, for people to read; null when none of them tells it.</returns>
    public static string? PhoneNumberOf(IEnumerable<Address> addresses) => addresses
        .Where(a => a.Kind == AddressKind.Phone)
        .Select(a => "+" + a.Value.Split('@')[0])
        .FirstOrDefault();
}
