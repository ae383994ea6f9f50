namespace WaSaas.Application.Assistant;

/// <summary>Why a person is wanted, as stable codes; the vendor's screens have the sentences.</summary>
public static class HandOffReasons
{
    public const string PersonWanted = "person_wanted";
    public const string Complaint = "complaint";
    public const string Delivery = "delivery";
    public const string Discount = "discount";
    public const string Order = "order";
    public const string Payment = "payment";
    public const string Photo = "photo";
    public const string ShopInfo = "shop_info";
    public const string ProductQuestion = "product_question";
    public const string ProductNotFound = "product_not_found";
    public const string NotUnderstood = "not_understood";
    public const string Media = "media";
    public const string Failure = "failure";
    public const string Other = "other";

    /// <summary>Those a brain may give; failure belongs to the code around it.</summary>
    internal static readonly string[] ForTools =
    [
        PersonWanted, Complaint, Delivery, Discount, Order, Payment, Photo, ShopInfo, ProductQuestion, ProductNotFound, NotUnderstood, Media, Other,
    ];
}
