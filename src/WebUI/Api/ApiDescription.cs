using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WaSaas.WebUI.Api;

/// <summary>What the document says of the API as a whole: its name, and how to sign in.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    private const string Key = "apiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "WaSaas";
        document.Info.Description = "Amounts are integers in minor units of the shop's currency. Errors are problem documents (RFC 9457) with a stable code, and the field where there is one.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key of the shop." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }
}
