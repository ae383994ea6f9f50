using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A full catalogue is not the end: it is said which plan holds more.</summary>
public sealed class CatalogueRoom(PlanTerms terms)
{
    private static readonly string Full = ProductErrors.LimitReached(0).Code;

    /// <summary>The refusal with the next plan, when it is about room and there is such a plan; else as it was.</summary>
    public Error Explain(Error error)
    {
        if (error.Code != Full || error.Values is not [int limit])
        {
            return error;
        }

        var next = Enum.GetValues<Plan>().Where(plan => terms.Of(plan).Products > limit).Cast<Plan?>().FirstOrDefault();
        return next is { } plan
            ? new Error("product_limit_next", error.Message, NumberText.Of(limit), plan, NumberText.Of(terms.Of(plan).Products))
            : error with { Values = [NumberText.Of(limit)] };
    }
}
