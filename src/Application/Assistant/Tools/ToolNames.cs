namespace WaSaas.Application.Assistant.Tools;

internal static class ToolNames
{
    public const string SearchCatalogue = "search_catalogue";
    public const string GetProduct = "get_product";
    public const string HandOffToHuman = "hand_off_to_human";

    public static readonly string[] All = [SearchCatalogue, GetProduct, HandOffToHuman];
}
