using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("CareJournal.Browser.BrowserTestFramework", "CareJournal.Browser.Tests")]

namespace CareJournal.Browser;

/// <summary>
/// xunit's own framework with one addition: a <see cref="BrowserTest"/> that failed is asked for its <see cref="Evidence"/> while its pages
/// and journals are still open, and that is printed with the failure. xunit does not report to a test class how its test went, and each of
/// its runners is created by the one above: hence the chain of them.
/// </summary>
public sealed class BrowserTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider source, IMessageSink messages) : XunitTestFrameworkExecutor(name, source, messages)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new AssemblyRunner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class AssemblyRunner(ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink messages, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, messages, execution, options)
    {
        protected override Task<RunSummary> RunTestCollectionAsync(IMessageBus messageBus, ITestCollection testCollection, IEnumerable<IXunitTestCase> testCases, CancellationTokenSource cancellationTokenSource) =>
            new CollectionRunner(testCollection, testCases, DiagnosticMessageSink, messageBus, TestCaseOrderer, new ExceptionAggregator(Aggregator), cancellationTokenSource).RunAsync();
    }

    private sealed class CollectionRunner(ITestCollection collection, IEnumerable<IXunitTestCase> cases, IMessageSink messages, IMessageBus bus, ITestCaseOrderer orderer, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCollectionRunner(collection, cases, messages, bus, orderer, aggregator, cancellation)
    {
        protected override Task<RunSummary> RunTestClassAsync(ITestClass testClass, IReflectionTypeInfo @class, IEnumerable<IXunitTestCase> testCases) =>
            new ClassRunner(testClass, @class, testCases, DiagnosticMessageSink, MessageBus, TestCaseOrderer, new ExceptionAggregator(Aggregator), CancellationTokenSource, CollectionFixtureMappings).RunAsync();
    }

    private sealed class ClassRunner(ITestClass testClass, IReflectionTypeInfo type, IEnumerable<IXunitTestCase> cases, IMessageSink messages, IMessageBus bus, ITestCaseOrderer orderer, ExceptionAggregator aggregator, CancellationTokenSource cancellation, IDictionary<Type, object> fixtures)
        : XunitTestClassRunner(testClass, type, cases, messages, bus, orderer, aggregator, cancellation, fixtures)
    {
        protected override Task<RunSummary> RunTestMethodAsync(ITestMethod testMethod, IReflectionMethodInfo method, IEnumerable<IXunitTestCase> testCases, object[] constructorArguments) =>
            new MethodRunner(testMethod, Class, method, testCases, DiagnosticMessageSink, MessageBus, new ExceptionAggregator(Aggregator), CancellationTokenSource, constructorArguments).RunAsync();
    }

    private sealed class MethodRunner(ITestMethod testMethod, IReflectionTypeInfo type, IReflectionMethodInfo method, IEnumerable<IXunitTestCase> cases, IMessageSink messages, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation, object[] constructorArguments)
        : XunitTestMethodRunner(testMethod, type, method, cases, messages, bus, aggregator, cancellation, constructorArguments)
    {
        private readonly object[] _constructorArguments = constructorArguments;
        private readonly IMessageSink _messages = messages;

        protected override Task<RunSummary> RunTestCaseAsync(IXunitTestCase testCase) => testCase is XunitTheoryTestCase
            ? new TheoryRunner(testCase, testCase.DisplayName, testCase.SkipReason, _constructorArguments, _messages, MessageBus, new ExceptionAggregator(Aggregator), CancellationTokenSource).RunAsync()
            : new CaseRunner(testCase, testCase.DisplayName, testCase.SkipReason, _constructorArguments, testCase.TestMethodArguments, MessageBus, new ExceptionAggregator(Aggregator), CancellationTokenSource).RunAsync();
    }

    private sealed class CaseRunner(IXunitTestCase testCase, string name, string skip, object[] constructorArguments, object[] arguments, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCaseRunner(testCase, name, skip, constructorArguments, arguments, bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments, string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
            new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class TheoryRunner(IXunitTestCase testCase, string name, string skip, object[] constructorArguments, IMessageSink messages, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTheoryTestCaseRunner(testCase, name, skip, constructorArguments, messages, bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments, string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
            new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class Runner(ITest test, IMessageBus bus, Type type, object[] constructorArguments, MethodInfo method, object[] arguments, string skip, IReadOnlyList<BeforeAfterTestAttribute> attributes, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestRunner(test, bus, type, constructorArguments, method, arguments, skip, attributes, aggregator, cancellation)
    {
        private BrowserTest? _ran;

        protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
        {
            var (time, output) = await base.InvokeTestAsync(aggregator);
            return Tuple.Create(time, output + _ran?.Evidence);
        }

        protected override async Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
        {
            var invoker = new Invoker(Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource);
            var time = await invoker.RunAsync();
            _ran = invoker.Ran;
            return time;
        }
    }

    private sealed class Invoker(ITest test, IMessageBus bus, Type type, object[] constructorArguments, MethodInfo method, object[] arguments, IReadOnlyList<BeforeAfterTestAttribute> attributes, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestInvoker(test, bus, type, constructorArguments, method, arguments, attributes, aggregator, cancellation)
    {
        public BrowserTest? Ran { get; private set; }

        protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
        {
            var time = await base.InvokeTestMethodAsync(testClassInstance);
            Ran = testClassInstance as BrowserTest;
            if (Ran is not null)
            {
                Ran.Name = DisplayName;
                if (Aggregator.HasExceptions)
                {
                    await Ran.KeepEvidenceAsync();
                }
            }

            return time;
        }
    }
}
