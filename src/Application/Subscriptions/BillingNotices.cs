using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Works on the inbox of notices: finds the shop by its customer and follows the provider there. Each notice only says
/// that something changed, so that their order, repetition and loss do not matter.
/// </summary>
public sealed partial class BillingNotices(IServiceScopeFactory scopes, IBillingAcrossTenants all, TimeProvider clock, ILogger<BillingNotices> log)
{
    private const int AtOnce = 50;

    /// <returns>How many were worked on.</returns>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var due = await all.DueNoticesAsync(clock.GetUtcNow(), AtOnce, ct);
        foreach (var id in due)
        {
            await WorkOnAsync(id, ct);
        }

        return due.Count;
    }

    /// <summary>Fetches notices that may have been missed; those that are known change nothing.</summary>
    public async Task BackfillAsync(DateTimeOffset since, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var gateway = scope.ServiceProvider.GetRequiredService<IBillingGateway>();
        var mediator = scope.ServiceProvider.GetRequiredService<MediatR.IMediator>();
        foreach (var notice in await gateway.NoticesSinceAsync(since, ct))
        {
            await mediator.Send(new ReceiveNotice(notice), ct);
        }
    }

    private async Task WorkOnAsync(string id, CancellationToken ct)
    {
        try
        {
            var customer = await CustomerOfAsync(id, ct);
            if (customer is null || await all.TenantOfCustomerAsync(customer, ct) is not { } shop)
            {
                await NoteAsync(id, e => e.Ignore(customer is null ? "no_customer" : "unknown_customer"), ct);
                return;
            }

            await FollowAsync(shop, id, ct);
            await NoteAsync(id, e => e.Finish(), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Failed(e, id);
            await NoteAsync(id, notice => notice.Fail((e as BillingException)?.Code ?? e.GetType().Name, clock.GetUtcNow()), ct);
        }
    }

    private async Task<string?> CustomerOfAsync(string id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var notice = await scope.ServiceProvider.GetRequiredService<IAppDbContext>().BillingEvents.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        if (notice is not { CustomerId: null, ObjectId: { } dispute } || BillingWarnings.Of(notice.Type) != BillingWarning.Disputed)
        {
            return notice.CustomerId;
        }

        if (await scope.ServiceProvider.GetRequiredService<IBillingGateway>().CustomerOfDisputeAsync(dispute, ct) is not { } customer)
        {
            return null;
        }

        await NoteAsync(id, e => e.Concerns(customer), ct);
        return customer;
    }

    /// <summary>Follows the state, then writes whom it concerns: each thing once, whatever notices say it.</summary>
    private async Task FollowAsync(TenantId shop, string id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        await scope.ServiceProvider.GetRequiredService<BillingSync>().RunAsync(ct);
        var mediator = scope.ServiceProvider.GetRequiredService<MediatR.IMediator>();
        await mediator.Send(new RemindOwners(), ct);
        await mediator.Send(new WarnOfNotice(id), ct);
    }

    private async Task NoteAsync(string id, Action<BillingEvent> note, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IAppDbContext>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync(
            async token =>
            {
                note(await db.BillingEvents.SingleAsync(e => e.Id == id, token));
                return true;
            },
            _ => true,
            ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Following billing notice {Notice} failed; it is tried again")]
    private partial void Failed(Exception e, string notice);
}

/// <summary>For a schedule, and after a time when this host could not be reached.</summary>
/// <param name="Days">How far back; the provider keeps 30.</param>
public sealed record BackfillNotices(int Days = 3) : IJobCommand;

internal sealed class BackfillNoticesHandler(BillingNotices notices, FollowUps followUps, TimeProvider clock) : ICommandHandler<BackfillNotices, Result>
{
    public Task<Result> Handle(BackfillNotices command, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-Math.Clamp(command.Days, 1, 30));
        followUps.Add(ct => notices.BackfillAsync(since, ct));
        return Task.FromResult(Result.Ok);
    }
}
