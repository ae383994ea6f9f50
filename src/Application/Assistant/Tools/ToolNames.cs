namespace WaSaas.Application.Assistant.Tools;

internal static class ToolNames
{
    public const string SearchCatalogue = "search_catalogue";
    public const string GetProduct = "get_product";
    public const string ProposePrice = "propose_price";
    public const string QuoteDelivery = "quote_delivery";
    public const string SetCart = "set_cart";
    public const string SetCustomer = "set_customer";
    public const string RecapOrder = "recap_order";
    public const string ConfirmOrder = "confirm_order";
    public const string SendProductPhoto = "send_product_photo";
    public const string GetShopInfo = "get_shop_info";
    public const string OrderStatus = "order_status";
    public const string HandOffToHuman = "hand_off_to_human";
    public const string RecordOptOut = "record_opt_out";

    /// <summary>Not one of <see cref="All"/>: there only when the customer sent a cart.</summary>
    public const string TakeCart = "take_cart";

    public static readonly string[] All =
    [
        SearchCatalogue, GetProduct, ProposePrice, QuoteDelivery, SetCart, SetCustomer, RecapOrder, ConfirmOrder, SendProductPhoto,
        GetShopInfo, OrderStatus, HandOffToHuman, RecordOptOut,
    ];
}
