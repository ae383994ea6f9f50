using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>What the shop said about outside models, and who they are in this installation.</summary>
public sealed record GetModelConsent : IQuery<ModelConsentView>;

/// <param name="Consent">The shop's answer.</param>
/// <param name="At">When it was given last.</param>
/// <param name="Processors">Outside models that this installation uses; none: nothing leaves this house.</param>
public sealed record ModelConsentView(ModelConsent Consent, DateTimeOffset? At, IReadOnlyList<ModelProcessor> Processors);

/// <param name="Host">Whose server it is.</param>
/// <param name="Model">Which model.</param>
/// <param name="SeesPictures">Customers' pictures are sent there too.</param>
public sealed record ModelProcessor(string Host, string Model, bool SeesPictures)
{
    public static IReadOnlyList<ModelProcessor> Of(IEnumerable<ModelBrain> models) =>
        [.. models.Where(model => model.Host is not null).Select(model => new ModelProcessor(model.Host!, model.Name, model.SeesPictures))];
}

internal sealed class GetModelConsentHandler(IAppDbContext db, IEnumerable<ModelBrain> models) : IQueryHandler<GetModelConsent, ModelConsentView>
{
    public async Task<ModelConsentView> Handle(GetModelConsent query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        return new ModelConsentView(shop.ModelConsent, shop.ModelConsentAt, ModelProcessor.Of(models));
    }
}
