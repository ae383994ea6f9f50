using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant;

/// <summary>
/// What came before, as state and not as talk: made by code from what is on the counter, so it can neither forget nor
/// embellish. It replaces all but the last messages. Amounts in it are those that the shop itself told.
/// </summary>
internal static class DeskSummary
{
    private const int MaxLength = 120;

    public static string Of(DeskView desk) => string.Join('\n', Lines(desk).Where(line => line.Length > 0));

    private static IEnumerable<string> Lines(DeskView desk) =>
    [
        desk.Focus.Count == 0 ? "" : $"in_focus: {string.Join(", ", desk.Focus)}",
        .. desk.Standing.Select(Standing),
        .. desk.Cart.Lines.Select(line => $"cart: {line.Quantity} x {line.Sku} {Variant(line)}= {line.Total.Text}"),
        desk.Cart.Lines.Count == 0 ? "" : $"cart_goods: {desk.Cart.Goods.Text}",
        desk.Cart.Fee is { } fee ? $"delivery: {Clean(desk.Cart.ZoneName)} {fee.Text}" : "",
        desk.Cart.Total is { } total ? $"cart_total: {total.Text}" : "",
        desk.Missing.Count == 0 || desk.Cart.Lines.Count == 0 ? "" : $"order_needs: {string.Join(", ", desk.Missing)}",
        desk.Recap is { } recap ? $"open_recap: {recap.RecapId}, total {recap.Total.Text}" : "",
        desk.Asked is { } asked ? $"you_asked: {asked.Kind} {Clean(string.Join(" | ", asked.Choices))}".TrimEnd() : "",
        Customer(desk.Customer),
        desk.LastOrder is { } order ? $"last_order: {order}" : "",
    ];

    private static string Standing(StandingPrice price) =>
        $"price_{ToolJson.Write(price.State).Trim('"')}: {price.Quantity} x {string.Join(" + ", price.Skus)} = {price.Total.Text} (public {price.Public.Text})";

    private static string Variant(CartLineView line) => line.Variant is { } variant ? $"({Clean(variant)}) " : "";

    private static string Customer(CustomerView customer)
    {
        string?[] known = [customer.Name, customer.Phone, customer.Address, customer.Landmark];
        var told = known.Where(detail => !string.IsNullOrWhiteSpace(detail)).Select(Clean).ToArray();
        return told.Length == 0 ? "" : $"customer: {string.Join(", ", told)}";
    }

    private static string Clean(string? text) => UntrustedText.Clean(text ?? "", MaxLength).ReplaceLineEndings(" ");
}
