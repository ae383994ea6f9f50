using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>The real host with the real assistant, embedded; few simulated turns a minute for each shop.</summary>
public sealed class AssistantHost : UiHost
{
    public const int SimulatedPerMinute = 40;

    protected override void Configure(IConfigurationManager configuration) => configuration["Api:SimulatePerMinute"] = $"{SimulatedPerMinute}";

    protected override void ReplaceAssistant(IServiceCollection services)
    {
    }
}

/// <summary>One host for all tests that talk with the real assistant; each test opens shops of its own.</summary>
[CollectionDefinition(nameof(AssistantTests))]
public sealed class AssistantTests : ICollectionFixture<AssistantHost>, ICollectionFixture<Browser>;
