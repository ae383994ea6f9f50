using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Application.Accounts;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Jobs;
using WaSaas.Application.Retention;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Application;

public static class ApplicationServices
{
    /// <summary>The mediator with its pipeline, every handler and validator of this assembly, and the tenant scope.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<TenantScope>();
        services.AddScoped<ITenantScope>(sp => sp.GetRequiredService<TenantScope>());
        services.AddScoped<ServiceFactory>(sp => sp.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.TryAddScoped<ICurrentUser, NoPerson>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(OwnersOnlyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped<FollowUps>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(FollowUpBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));
        services.AddSingleton<CommitReactions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ConversationOptions());
        services.TryAddSingleton(new SendingOptions());
        services.AddScoped<SendingGate>();
        services.AddScoped<ContactDirectory>();
        services.AddScoped<AssistantStops>();
        services.AddScoped<TurnManners>();
        services.AddScoped<ThreadChanges>();
        services.AddScoped<RunTurn>();
        services.AddMediaIntake();
        services.AddScoped<Deliver>();
        services.AddScoped<ProductPhotos>();
        services.AddScoped<Simulator>();
        services.AddScoped<LinkingRules>();
        services.AddScoped<ScheduleStates>();
        services.TryAddSingleton(new RetentionOptions());
        services.AddSingleton<SimulatorQueues>();
        services.AddSingleton<IMessagingChannel, SimulatorChannel>();
        services.AddAccountUseCases();
        services.AddSubscriptionUseCases();
        foreach (var (contract, type) in Implementations(typeof(IRequestHandler<,>)).Concat(Implementations(typeof(IValidator<>))))
        {
            services.AddScoped(contract, type);
        }

        return services;
    }

    private static IEnumerable<(Type Contract, Type Type)> Implementations(Type open) =>
        from type in typeof(ApplicationServices).Assembly.GetTypes()
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == open
        select (contract, type);
}
