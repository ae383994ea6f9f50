using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Pictures;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;

namespace WaSaas.Application.Assistant;

public static class AssistantServices
{
    /// <summary>The assistant with its embedded brain and the catalogue search. Models join by registering <see cref="ModelBrain"/>.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new CatalogueIndexes());
        services.TryAddScoped<ICatalogueSearch, CatalogueSearch>();
        services.TryAddSingleton<EmbeddedChatClient>();
        services.TryAddScoped<DeskLoader>();
        services.TryAddScoped<PictureSight>();
        services.TryAddScoped<PictureTurn>();
        services.TryAddScoped<IAssistant, Assistant>();
        return services;
    }
}
