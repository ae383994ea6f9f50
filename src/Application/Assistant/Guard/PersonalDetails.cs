using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>What the customer told of herself may be repeated to her as she told it; an amount in it is still an amount.</summary>
internal static class PersonalDetails
{
    public static string Without(string plain, TurnSession session) =>
        Details(session).Aggregate(plain, (rest, detail) => rest.Replace(detail, " ", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Details(TurnSession session)
    {
        var told = session.Results.OfType<CustomerResult>().Select(result => result.Customer).Append(session.Turn.Desk.Customer);
        return told.SelectMany(customer => new[] { customer.Name, customer.Address, customer.Landmark })
            .OfType<string>()
            .Select(Figures.Plain)
            .Where(detail => detail.Trim().Length > 1 && !Figures.In(detail).Any(figure => figure.IsMarked || figure.Value >= 1_000));
    }
}
